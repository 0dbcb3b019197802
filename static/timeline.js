// What a link or a form cannot do: keys, dragging, the wheel, the reader's own zone, where the focus goes.
// The server draws; here a window is only asked for.
(() => {
  const SHORTEST = 600e3;
  const timeline = () => document.getElementById("timeline");
  const plot = () => document.querySelector("#drawing .scale");

  function show(from, to) {
    if (to - from < SHORTEST) return;
    const url = new URL(location.href);
    url.searchParams.set("from", stamp(from));
    url.searchParams.set("to", stamp(to));
    url.hash = "";
    htmx.ajax("GET", url.pathname + url.search, { source: "#timeline", target: "#timeline", swap: "outerHTML show:none", push: "true" });
  }

  const stamp = (time) => new Date(Math.round(time / 1000) * 1000).toISOString().replace(".000Z", "Z");
  const shown = () => [Date.parse(timeline().dataset.from), Date.parse(timeline().dataset.to)];

  // Keys press the links that are there anyway.
  const KEYS = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", "0": "zoom-reset", ArrowLeft: "pan-left", ArrowRight: "pan-right", Escape: "close-panel", "[": "moment-before", "]": "moment-after", p: "moment-play" };
  const legend = () => document.querySelector(".at-hand details");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable], .flow-scroll, .table-scroll")) return;
    if (event.key === "?" && legend()) { legend().open = !legend().open; return; }
    if (event.key === "Escape" && legend()?.open) { legend().open = false; legend().firstElementChild.focus(); return; }
    const link = document.getElementById(KEYS[event.key]);
    if (link) { event.preventDefault(); link.click(); }
  });

  // Dragging moves the drawing, and asks for the window it was let go at.
  let drag = null;
  const parts = () => document.querySelectorAll("#drawing .lanes, #drawing .backdrop, #drawing .scale-svg, #drawing .ticks");
  const slide = (by) => parts().forEach((part) => { part.style.transform = by ? `translateX(${by}px)` : ""; });
  document.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch" || !event.target.closest("#drawing .plot, #drawing .scale")) return;
    drag = { from: event.clientX, by: 0, width: plot().clientWidth };
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.by = event.clientX - drag.from;
    if (Math.abs(drag.by) > 4) { timeline().classList.add("dragging"); slide(drag.by); }
  });
  document.addEventListener("pointerup", () => {
    if (!drag) return;
    const { by, width } = drag;
    drag = null;
    if (Math.abs(by) <= 4) return;
    const [from, to] = shown();
    const shift = (by / width) * (to - from);
    show(from - shift, to - shift);
  });
  document.addEventListener("click", (event) => {
    if (timeline()?.classList.contains("dragging")) {
      event.preventDefault();
      event.stopPropagation();
      timeline().classList.remove("dragging");
    }
  }, true);
  // The legend closes where one presses beside it.
  document.addEventListener("pointerdown", (event) => { if (legend()?.open && !event.target.closest(".at-hand, a[href='#legend']")) legend().open = false; });
  document.addEventListener("dragstart", (event) => { if (event.target.closest("#drawing .plot")) event.preventDefault(); });

  // The wheel zooms about the pointer with Ctrl, or over the scale; sideways it moves.
  let wheel = null;
  document.addEventListener("wheel", (event) => {
    if (!event.target.closest("#drawing .plot, #drawing .scale")) return;
    const zooms = event.ctrlKey || event.metaKey || event.target.closest(".scale");
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (!zooms && Math.abs(sideways) < 4) return;
    event.preventDefault();
    if (!wheel) { const [from, to] = shown(); wheel = { from, to }; }
    const box = plot().getBoundingClientRect();
    const length = wheel.to - wheel.from;
    if (zooms) {
      const at = wheel.from + ((event.clientX - box.left) / box.width) * length;
      const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 150);
      if (length * factor >= SHORTEST) { wheel.from = at - (at - wheel.from) * factor; wheel.to = at + (wheel.to - at) * factor; }
    } else {
      wheel.from += (sideways / box.width) * length;
      wheel.to += (sideways / box.width) * length;
    }
    clearTimeout(wheel.timer);
    wheel.timer = setTimeout(() => { const { from, to } = wheel; wheel = null; show(from, to); }, 140);
  }, { passive: false });

  // The slider over publications says where it is while it moves, and asks for that moment when it is let go.
  const moment = (slider) => ({ stamp: slider.dataset.stamps.split(" ")[slider.value] || "", name: slider.dataset.names.split("|")[slider.value] });
  document.addEventListener("input", (event) => {
    if (event.target.id !== "moment-slider") return;
    const { name } = moment(event.target);
    event.target.setAttribute("aria-valuetext", name);
    document.querySelector(".moment-now").textContent = name;
  });
  document.addEventListener("change", (event) => {
    if (event.target.id !== "moment-slider") return;
    const url = new URL(location.href);
    const { stamp } = moment(event.target);
    for (const name of ["since", "play", "page"]) url.searchParams.delete(name);
    if (stamp) url.searchParams.set("as_of", stamp); else url.searchParams.delete("as_of");
    htmx.ajax("GET", url.pathname + url.search, { source: "#moments", target: "body", swap: "innerHTML show:none", push: "true" });
  });
  // A whole page comes with it hidden, for readers without a script; a fragment does not, so that it keeps the focus.
  const offerSlider = () => document.querySelectorAll("#moment-slider").forEach((slider) => { slider.hidden = false; });

  // The events ticked for comparison stay ticked when the drawing is swapped, and the button says how many they are.
  const chosen = new Set();
  function keepChosen() {
    document.querySelectorAll(".tick input").forEach((box) => { box.checked ||= chosen.has(box.value); });
    const button = document.querySelector(".chosen button");
    if (button && chosen.size) button.textContent = chosen.size > 1 ? `Compare ${chosen.size} events` : "Compare this event with …";
  }
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".tick input")) return;
    const { value, checked } = event.target;
    if (checked) chosen.add(value); else chosen.delete(value);
    document.querySelectorAll(`.tick input[value="${value}"]`).forEach((box) => { box.checked = checked; });
    keepChosen();
  });

  // "My clock" is a link the server cannot write: it does not know the reader's zone.
  function offerMyClock() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    document.querySelectorAll("a.mine").forEach((link) => {
      if (!zone || link.dataset.zone === zone || zone === "UTC") return;
      const url = new URL(location.href);
      url.searchParams.set("tz", zone);
      link.href = url.pathname + url.search;
      link.hidden = false;
    });
  }

  // A panel that opens takes the focus; one that closes gives it back to the row it belonged to.
  let opened = new URLSearchParams(location.search).get("event");
  document.addEventListener("htmx:afterSettle", () => {
    offerMyClock();
    offerSlider();
    keepChosen();
    const now = new URLSearchParams(location.search).get("event");
    if (now && now !== opened) document.getElementById("panel-title")?.focus({ preventScroll: innerWidth > 1080 });
    if (!now && opened) document.getElementById(`open-e${opened}`)?.focus({ preventScroll: true });
    opened = now;
  });
  // What the server refuses it explains on a page of its own; go there.
  document.addEventListener("htmx:responseError", (event) => { location.assign(event.detail.pathInfo.finalRequestPath); });
  document.addEventListener("htmx:beforeHistorySave", () => { slide(0); timeline()?.classList.remove("dragging"); });

  // The trace of a time and the note of a claim open where they are pointed to.
  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches("details")) target.open = true;
  }
  addEventListener("hashchange", openTarget);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[href='#legend']") || !legend()) return;
    event.preventDefault();
    legend().open = true;
    legend().firstElementChild.focus();
  });
  openTarget();
  offerMyClock();
  offerSlider();
})();
