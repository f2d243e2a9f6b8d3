// The events of one view: asks the server what lies in it, draws counts, symbols, shapes and tracks.
// Everything that a report says arrives as JSON and becomes text nodes or attributes; nothing is parsed as markup.
window.geoEvents = function (map, options) {
  "use strict";
  const TOUCHING = 17; // pixels between the middles of two symbols that can no longer be told apart
  const types = options.types;
  const hidden = new Set();
  const { inkOf, element, symbol, ring } = window.geoSymbols(map, options);
  const areas = window.geoAreas(map, options.api, inkOf);
  const tracks = L.layerGroup().addTo(map), marks = L.layerGroup().addTo(map);
  const hint = L.tooltip({ className: "geo-hint", offset: [10, 0], direction: "auto", opacity: 1 });
  let asked = { query: "", selected: null }, turn = 0, clicks = 0, last = null, told = null;

  map.createPane("tracks").style.zIndex = 380;
  const trackInk = L.canvas({ pane: "tracks", padding: 0.4 });

  const near = (lon) => lon + 360 * Math.round((map.getCenter().lng - lon) / 360);

  function address() {
    const view = map.getBounds();
    const words = new URLSearchParams(asked.query);
    const wanted = Object.keys(types).filter((type) => !hidden.has(type));
    if (hidden.size) {
      const chosen = words.getAll("type");
      words.delete("type");
      const both = chosen.length ? wanted.filter((type) => chosen.includes(type)) : wanted;
      if (!both.length) return null;
      both.forEach((type) => words.append("type", type));
    }
    words.set("z", String(map.getZoom()));
    words.set("bbox", [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()].map((value) => value.toFixed(3)).join(","));
    return options.api + "cells?" + words.toString();
  }

  async function load() {
    const mine = (turn += 1), from = address();
    notice.wait();
    let answer = { cells: [], events: [], total: 0 };
    try {
      if (from) {
        const reply = await fetch(from, { credentials: "same-origin" });
        const body = await reply.json().catch(() => null);
        if (!reply.ok || !body) throw new Error((body && body.error) || "the server answered " + reply.status);
        answer = body;
      }
    } catch (error) {
      if (mine === turn) notice.fail(error.message);
      return;
    }
    if (mine !== turn) return;
    last = answer;
    draw();
    notice.done(answer.total);
    legend.count(answer.events.length ? answer.events : null);
    if (!told) setTimeout(() => tell(null), 300); // the page has to know the first view, for its picture
    window.geoDrawn = { query: asked.query, total: answer.total, marks: answer.cells.length + answer.events.length };
  }

  function draw() {
    if (!last) return;
    [tracks, marks].forEach((group) => group.clearLayers());
    map.closeTooltip(hint);
    last.cells.forEach(([lat, lon, count, type]) => drawCell(lat, lon, count, type));
    areas.draw(last.events, asked.selected);
    last.events.forEach(drawTrack);
    stacks(last.events).forEach((stack) => (stack.length === 1 ? drawEvent(stack[0]) : drawStack(stack)));
  }

  // Events whose symbols would lie on each other share one mark.
  function stacks(events) {
    const found = [];
    events.forEach((event) => {
      const at = map.latLngToLayerPoint([event.lat, event.lon]);
      const close = found.find((stack) => Math.abs(stack.at.x - at.x) < TOUCHING && Math.abs(stack.at.y - at.y) < TOUCHING);
      if (!close) found.push({ at, events: [event] });
      else if (!close.events.some((other) => other.event_id === event.event_id)) close.events.push(event);
    });
    return found.map((stack) => stack.events);
  }

  const ringSize = (count, most) => Math.round(Math.min(most, 23 + 13 * Math.log10(count)));

  function drawCell(lat, lon, count, type) {
    const size = ringSize(count, 62);
    const icon = L.divIcon({ className: "geo-count-anchor", html: ring({ [type]: 1 }, count, size), iconSize: [size, size] });
    const mark = L.marker([lat, lon], { icon, alt: count + " events" });
    explain(mark, [count + " events", "mostly: " + (types[type] ? types[type].label.toLowerCase() : type)], []);
    mark.on("click", () => map.setView([lat, lon], Math.min(map.getMaxZoom(), map.getZoom() + 2)));
    marks.addLayer(mark);
  }

  function drawStack(stack) {
    const size = ringSize(stack.length, 46), counts = {};
    stack.forEach((event) => { counts[event.type] = (counts[event.type] || 0) + 1; });
    const html = ring(counts, stack.length, size);
    const icon = L.divIcon({ className: "geo-count-anchor", html, iconSize: [size, size] });
    const chosen = stack.find((event) => event.event_id === asked.selected);
    const at = chosen || stack[0];
    const mark = L.marker([at.lat, at.lon], { icon, alt: stack.length + " events", zIndexOffset: chosen ? 1000 : 0 });
    if (chosen) html.classList.add("geo-chosen");
    const rest = stack.length - 4;
    explain(mark, [stack.length + " events", ...stack.slice(0, 4).map((event) => event.title), rest > 0 ? "and " + rest + " more" : ""], []);
    mark.on("click", () => openStack(stack));
    marks.addLayer(mark);
  }

  // Events at different places come apart when the map goes nearer; those at one place are listed beside the map.
  function openStack(stack) {
    const box = L.latLngBounds(stack.map((event) => [event.lat, event.lon]));
    const apart = box.getNorth() - box.getSouth() > 0.05 || box.getEast() - box.getWest() > 0.05;
    if (apart && map.getZoom() < map.getMaxZoom()) map.fitBounds(box, { padding: [80, 80], maxZoom: Math.min(map.getMaxZoom(), map.getZoom() + 3) });
    else tell({ events: stack.map((event) => event.event_id) });
  }

  function drawEvent(event) {
    const chosen = event.event_id === asked.selected, size = chosen ? 26 : 20;
    const icon = L.divIcon({ className: "geo-mark-anchor", html: symbol(event.type, event.assertion, size), iconSize: [26, 26] });
    const mark = L.marker([event.lat, event.lon], { icon, alt: event.title, zIndexOffset: chosen ? 1000 : 0 });
    if (chosen) mark.on("add", () => mark.getElement().classList.add("geo-chosen"));
    explain(mark, [event.title, event.dates_label], [event]);
    mark.on("click", () => tell({ events: [event.event_id] }));
    marks.addLayer(mark);
  }

  function drawTrack(event) {
    const line = event.track || [];
    if (line.length < 2) return;
    const chosen = event.event_id === asked.selected;
    const style = { pane: "tracks", renderer: trackInk, interactive: false, color: inkOf(event.type), weight: chosen ? 3 : 1.6, opacity: chosen ? 1 : 0.7 };
    tracks.addLayer(L.polyline(line, style));
    const from = map.latLngToLayerPoint(line[line.length - 2]), to = map.latLngToLayerPoint(line[line.length - 1]);
    const head = symbol("", "", 12, "M3 4 L21 12 L3 20 Z", inkOf(event.type));
    head.style.transform = "rotate(" + (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI + "deg)";
    const icon = L.divIcon({ className: "geo-mark-anchor", html: head, iconSize: [12, 12] });
    tracks.addLayer(L.marker(line[line.length - 1], { pane: "tracks", interactive: false, keyboard: false, icon }));
  }

  function explain(mark, lines, events) {
    mark.on("mouseover", () => {
      areas.point(events);
      const box = element("div");
      lines.filter(Boolean).forEach((line, index) => box.appendChild(element("div", index ? "" : "geo-hint-title", line)));
      hint.setLatLng(mark.getLatLng()).setContent(box);
      map.openTooltip(hint);
    });
    mark.on("mouseout", () => { map.closeTooltip(hint); areas.point([]); });
  }

  // To the page: what was clicked and what is in view. Only a change is told.
  function tell(clicked) {
    if (!window.Streamlit) return;
    if (clicked) clicks += 1;
    const view = map.getBounds();
    const bounds = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()].map((value) => Number(value.toFixed(3)));
    const message = { events: clicked ? clicked.events : told ? told.events : [], clicks, bounds, zoom: map.getZoom() };
    if (JSON.stringify(message) === JSON.stringify(told)) return;
    told = message;
    window.Streamlit.setComponentValue(message);
  }

  const notice = options.notice(map, element, () => load());
  const legend = options.legend(map, { types, hidden, element, symbol, inkOf, changed: load });
  let waiting = null;
  map.on("moveend", () => {
    load();
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(null), 350);
  });
  new MutationObserver(() => { draw(); legend.redraw(); }).observe(map.getContainer(), { attributes: true, attributeFilter: ["class"] });

  // What the page wants shown: the filter's words, the chosen event and, once, where to go.
  function show(wanted) {
    const moved = wanted.focus && JSON.stringify(wanted.focus) !== JSON.stringify(asked.focus);
    const same = wanted.query === asked.query && last;
    asked = wanted;
    if (moved) map.setView([wanted.focus[0], near(wanted.focus[1])], Math.max(map.getZoom(), wanted.focus[2]));
    if (!same) load();
    else draw();
  }
  return { show };
};
