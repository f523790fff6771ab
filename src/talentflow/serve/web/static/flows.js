"use strict";
// The slider over time goes to its period when it is let go, and says its month while it moves.
document.addEventListener("DOMContentLoaded", () => {
  const slider = document.querySelector("#f-month");
  if (!slider) return;
  const months = new Intl.DateTimeFormat(document.documentElement.lang, { year: "numeric", month: "short", timeZone: "UTC" });
  const told = slider.form.querySelector("output");
  slider.addEventListener("input", () => {
    const number = Number(slider.value);
    const words = months.format(new Date(Date.UTC(Math.floor(number / 12), number % 12, 1)));
    told.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  });
  for (const field of [slider, slider.form.querySelector("select")]) {
    field.addEventListener("change", () => slider.form.requestSubmit());
  }
});
