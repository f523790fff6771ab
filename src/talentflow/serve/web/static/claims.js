"use strict";
// An article and its claims: pointing at one shows the other. Without this the numbers still lead from one to the other.
document.addEventListener("DOMContentLoaded", () => {
  const marks = [...document.querySelectorAll("mark[data-claims]")];
  const claims = [...document.querySelectorAll("[data-claim]")];
  const light = (numbers, on) => {
    for (const mark of marks) {
      const shared = mark.dataset.claims.split(" ").some((number) => numbers.has(number));
      if (shared) mark.classList.toggle("lit", on);
    }
    for (const claim of claims) {
      if (numbers.has(claim.dataset.claim)) claim.classList.toggle("lit", on);
    }
  };
  const listen = (element, numbers) => {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      element.addEventListener(event, () => light(numbers, on));
    }
  };
  for (const mark of marks) listen(mark, new Set(mark.dataset.claims.split(" ")));
  for (const claim of claims) listen(claim, new Set([claim.dataset.claim]));
});
