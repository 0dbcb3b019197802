// Keys of the desk: a link, button or field with data-key answers to that key when nobody is typing.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (event.key === "Escape" && at.matches("input, textarea, select")) { at.blur(); return; }
  if (at.matches("input, textarea, select") || at.isContentEditable) return;
  const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input:not([type=submit]), textarea, select")) found.focus();
  else found.click();
});

// “Take the selected words”: the words selected in the article go into the field the button names.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-takes]")) event.preventDefault(); // or the click would lose the selection
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-takes]");
  const article = document.querySelector("[data-article]");
  if (!button || !article) return;
  const chosen = document.getSelection();
  const field = document.getElementById(button.dataset.takes);
  if (field && chosen.rangeCount && article.contains(chosen.anchorNode) && String(chosen)) {
    field.value = chosen.getRangeAt(0).toString();
    field.focus();
  }
});

const current = document.querySelector("[data-article] .current");
if (current) current.scrollIntoView({ block: "center" });

// What is offered for a field goes into it: one by its own button, all that are still empty by the button for all.
const take = (offer, again) => {
  const field = document.getElementById(offer.dataset.fills);
  if (!field || (field.value && !again)) return;
  field.value = offer.dataset.with;
  if (offer.matches(".offer")) offer.hidden = true;
};
document.addEventListener("click", (event) => {
  const offer = event.target.closest("[data-fills]");
  if (offer) take(offer, true);
  if (event.target.closest("[data-fills-all]")) document.querySelectorAll("[data-fills]").forEach((one) => take(one, false));
});
