"use strict";
// The desk by keyboard: letters press the buttons of the card that has the focus, j and k go from card to card, z undoes.
document.addEventListener("DOMContentLoaded", () => {
  const undo = document.querySelector(".told [data-key='z']");
  const isTyped = (event) =>
    event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select");
  // Also where no card is left to have the focus.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "z" || !undo || isTyped(event)) return;
    undo.click();
    event.preventDefault();
  });
  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const cards = [...desk.querySelectorAll("[data-card]")];
  desk.addEventListener("keydown", (event) => {
    if (event.key === "z" || isTyped(event)) return;
    const card = event.target.closest("[data-card]");
    const place = cards.indexOf(card);
    const step = { j: 1, k: -1 }[event.key];
    if (step) {
      (cards[place + step] || card).focus();
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
