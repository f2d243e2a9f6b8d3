// The map's own furniture: a line that says what is shown, and the legend, which is the layer control too.
window.geoNotice = function (map, element, retry) {
  "use strict";
  const box = element("div", "geo-notice");
  const text = element("span", "", "Loading events");
  box.setAttribute("role", "status");
  box.appendChild(text);
  const again = element("button", "geo-again", "Try again");
  again.type = "button";
  again.addEventListener("click", retry);
  const Notice = L.Control.extend({
    onAdd() { L.DomEvent.disableClickPropagation(box); return box; },
  });
  new Notice({ position: "topleft" }).addTo(map);
  const say = (words, state) => {
    text.textContent = words;
    box.dataset.state = state;
    if (state === "failed") box.appendChild(again); else again.remove();
  };
  return {
    wait: () => { box.dataset.state = "waiting"; },
    fail: (why) => say("Events could not be loaded: " + why, "failed"),
    done: (total) => say(total === 0 ? "No events in this view" : total === 1 ? "1 event in view" : total.toLocaleString("en") + " events in view", total ? "done" : "empty"),
  };
};

window.geoLegend = function (map, parts) {
  "use strict";
  const { types, hidden, element, symbol, changed } = parts;
  const box = element("details", "geo-legend");
  box.open = map.getSize().x > 640;
  box.appendChild(element("summary", "", "Layers and legend"));
  const rows = element("div", "geo-legend-rows");
  box.appendChild(rows);
  const marks = {};

  function fill() {
    rows.replaceChildren();
    const families = new Map();
    Object.entries(types).forEach(([type, style]) => {
      if (!families.has(style.family)) families.set(style.family, []);
      families.get(style.family).push([type, style]);
    });
    families.forEach((members) => members.forEach(([type, style]) => rows.appendChild(row(type, style))));
    const key = element("div", "geo-legend-key");
    [["", "took place"], ["planned", "planned or claimed"], ["cancelled", "called off or denied"]].forEach(([assertion, words]) => {
      const line = element("div");
      line.appendChild(symbol("joint_exercise", assertion, 14));
      line.appendChild(element("span", "", words));
      key.appendChild(line);
    });
    [["geo-legend-dashed", "somewhere within"], ["geo-legend-given", "area as given"]].forEach(([edge, words]) => {
      const line = element("div");
      line.appendChild(element("i", edge));
      line.appendChild(element("span", "", words));
      key.appendChild(line);
    });
    rows.appendChild(key);
  }

  function row(type, style) {
    const label = element("label");
    const tick = element("input");
    tick.type = "checkbox";
    tick.checked = !hidden.has(type);
    tick.value = type;
    tick.addEventListener("change", () => {
      if (tick.checked) hidden.delete(type); else hidden.add(type);
      changed();
    });
    label.appendChild(tick);
    label.appendChild(symbol(type, "", 15));
    label.appendChild(element("span", "", style.label));
    marks[type] = element("b", "");
    label.appendChild(marks[type]);
    return label;
  }

  const Legend = L.Control.extend({
    onAdd() {
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    },
  });
  fill();
  new Legend({ position: "topright" }).addTo(map);
  return {
    redraw: fill,
    count(events) {
      Object.values(marks).forEach((mark) => { mark.textContent = ""; });
      const counts = {};
      (events || []).forEach((event) => { counts[event.type] = (counts[event.type] || 0) + 1; });
      Object.entries(counts).forEach(([type, count]) => { if (marks[type]) marks[type].textContent = String(count); });
    },
  };
};
