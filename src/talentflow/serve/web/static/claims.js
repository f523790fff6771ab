"use strict";
// An article and its claims: pointing at one shows the other. Without this the numbers still lead from one to the other.
document.addEventListener("DOMContentLoaded", () => {
  const marks = [...document.querySelectorAll("mark[data-claims]")];
  const claims = [...document.querySelectorAll("[data-claim]")];
  if (!marks.length) return;
  // What is claimed where somebody points, if its place in the list is out of sight.
  const peek = document.createElement("div");
  peek.className = "peek";
  peek.hidden = true;
  peek.setAttribute("aria-hidden", "true"); // the list says the same
  document.body.append(peek);
  const isSeen = (claim) => {
    const box = claim.getBoundingClientRect();
    const list = claim.parentElement.getBoundingClientRect();
    return box.top >= Math.max(list.top, 0) - 1 && box.bottom <= Math.min(list.bottom, innerHeight) + 1;
  };
  const show = (lit) => {
    const list = lit[0].parentElement;
    if (!isSeen(lit[0]) && list.scrollHeight > list.clientHeight) list.scrollTop = lit[0].offsetTop - list.offsetTop;
    const unseen = lit.filter((claim) => !isSeen(claim));
    peek.replaceChildren(...unseen.map((claim) => {
      const line = document.createElement("p");
      const copy = claim.cloneNode(true); // with its elements, which keep names in their own direction
      copy.querySelector("details")?.remove();
      line.append(`${claim.dataset.claim}. `, ...copy.childNodes);
      return line;
    }));
    peek.hidden = unseen.length === 0;
  };
  const light = (numbers, on, isMark) => {
    for (const mark of marks) {
      const shared = mark.dataset.claims.split(" ").some((number) => numbers.has(number));
      if (shared) mark.classList.toggle("lit", on);
    }
    const lit = claims.filter((claim) => numbers.has(claim.dataset.claim));
    for (const claim of lit) claim.classList.toggle("lit", on);
    if (on && isMark && lit.length) show(lit);
    if (!on) peek.hidden = true;
  };
  const listen = (element, numbers, isMark) => {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      element.addEventListener(event, () => light(numbers, on, isMark));
    }
  };
  for (const mark of marks) listen(mark, new Set(mark.dataset.claims.split(" ")), true);
  for (const claim of claims) listen(claim, new Set([claim.dataset.claim]), false);
});
