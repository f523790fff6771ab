"use strict";
// The desk by keyboard: letters press the buttons of the card that has the focus, j and k go from card to card.
document.addEventListener("DOMContentLoaded", () => {
  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const cards = [...desk.querySelectorAll("[data-card]")];
  const undo = document.querySelector(".told [data-key='z']");
  desk.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const card = event.target.closest("[data-card]");
    const place = cards.indexOf(card);
    const step = { j: 1, k: -1 }[event.key];
    if (step) {
      (cards[place + step] || card).focus();
    } else if (event.key === "z" && undo) {
      undo.click();
    } else {
      const button = card.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  });
  if (cards[0] && (location.search.includes("done=") || document.activeElement === document.body)) {
    cards[0].focus({ preventScroll: true });
  }
});
