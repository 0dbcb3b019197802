// An article's page: the trace of a time where it stands, the words of a claim and its note together, claims by key.
(() => {
  const text = document.querySelector(".reading-desk .text");
  if (!text) return;

  // Pointed at or reached by key, a time shows its trace beside it: the same as in the list of times.
  let tip = null;
  function hide() {
    if (!tip) return;
    tip.of.removeAttribute("aria-describedby");
    tip.remove();
    tip = null;
  }
  function show(link) {
    if (tip?.of === link) return;
    hide();
    const trace = document.querySelector(`${link.hash} dl`);
    if (!trace) return;
    tip = document.createElement("div");
    tip.className = "trace-tip";
    tip.id = "trace-tip";
    tip.setAttribute("role", "tooltip");
    tip.append(trace.cloneNode(true));
    tip.of = link;
    document.body.append(tip);
    const box = link.getClientRects()[0];
    const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 16));
    const below = box.bottom + tip.offsetHeight + 12 < innerHeight || box.top < tip.offsetHeight + 12;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + scrollY}px`;
    link.setAttribute("aria-describedby", "trace-tip");
  }
  const time = (event) => event.target.closest?.("a.timex");
  text.addEventListener("mouseover", (event) => { const link = time(event); if (link) show(link); });
  text.addEventListener("mouseout", (event) => { if (tip && time(event) && !tip.contains(event.relatedTarget)) hide(); });
  text.addEventListener("focusin", (event) => { const link = time(event); if (link) show(link); else hide(); });
  text.addEventListener("focusout", hide);

  // A claim and its note are lit together.
  const notes = document.querySelector(".claim-notes");
  function light(numbers) {
    document.querySelectorAll(".lit").forEach((part) => part.classList.remove("lit"));
    for (const number of numbers) {
      notes.querySelector(`[data-claim="${number}"]`)?.classList.add("lit");
      text.querySelectorAll(`.claimed[data-claims~="${number}"]`).forEach((part) => part.classList.add("lit"));
    }
  }
  const pointed = (event) => {
    const number = event.target.closest?.(".claim-number");
    if (number) return [number.textContent];
    const words = event.target.closest?.(".claimed");
    if (words) return [words.dataset.claims.trim().split(" ").pop()];
    const note = event.target.closest?.("[data-claim]");
    return note ? [note.dataset.claim] : [];
  };
  for (const part of [text, notes]) {
    part.addEventListener("mouseover", (event) => light(pointed(event)));
    part.addEventListener("focusin", (event) => light(pointed(event)));
    part.addEventListener("mouseleave", () => light([]));
  }

  // The next claim and the one before, by key.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    const claims = [...text.querySelectorAll(".claim-number")];
    const at = claims.findIndex((claim) => `#${claim.id}` === location.hash);
    const next = claims[event.key === "j" ? at + 1 : at < 0 ? claims.length - 1 : at - 1];
    if (!next) return;
    event.preventDefault();
    next.closest("details")?.setAttribute("open", "");
    location.replace(`#${next.id}`);
    next.focus({ preventScroll: true });
  });
})();
