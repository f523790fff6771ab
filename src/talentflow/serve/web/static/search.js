"use strict";
// The box of the search as a combobox: what is found appears below while somebody types, and keys lead through it.
// Without this the form still searches.
// What a newer request or another page cuts short is no error to be told; htmx asks its logger first.
htmx.logger = (element, name, detail) => {
  if (detail.error && detail.xhr && detail.xhr.status === 0) delete detail.error;
};
document.addEventListener("htmx:beforeSwap", (event) => {
  const asked = new URL(event.detail.xhr.responseURL || location.href).pathname;
  if (!asked.endsWith("/sign-in")) return;
  event.detail.shouldSwap = false; // signed out meanwhile: the whole page asks for it
  location.assign(asked);
});
document.addEventListener("htmx:configRequest", (event) => {
  const values = event.detail.formData; // fields that are left empty need not stand in the address
  for (const name of new Set(values.keys())) if (values.get(name) === "" && name !== "q") values.delete(name);
});
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("#q");
  const list = document.querySelector("#typed");
  const said = document.querySelector("#typed-said");
  if (!box || !list || !said) return;
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "typed"]]) {
    box.setAttribute(name, value);
  }
  list.setAttribute("role", "listbox");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const choose = (chosen) => {
    for (const option of options()) option.setAttribute("aria-selected", String(option === chosen));
    if (!chosen) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    box.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    box.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(null);
  };
  open(false);
  list.addEventListener("htmx:afterSwap", () => {
    const isTyped = box.value.trim() !== "";
    said.textContent = isTyped ? list.querySelector("[data-said]")?.dataset.said || "" : "";
    open(isTyped && options().length > 0 && document.activeElement === box);
  });
  box.addEventListener("keydown", (event) => {
    const found = options();
    const place = found.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "Escape" && !list.hidden) {
      open(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      open(true);
      // One place more than there are results: none of them, so that what was typed can be searched for.
      const next = place < 0 ? (step > 0 ? 0 : found.length - 1) : place + step;
      choose(found[next] || null);
    } else if (event.key === "Enter" && !list.hidden && place >= 0) {
      found[place].click();
    } else {
      return;
    }
    event.preventDefault();
  });
  box.addEventListener("focus", () => open(box.value.trim() !== "" && options().length > 0));
  box.form.addEventListener("focusout", (event) => {
    if (!box.form.contains(event.relatedTarget)) open(false);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus until it is clicked
});
