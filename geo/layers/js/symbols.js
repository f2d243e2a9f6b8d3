// Event types to marks: a symbol for one event, a ring with shares for many. Made of elements, never of markup.
window.geoSymbols = function (map, options) {
  "use strict";
  const { types, symbols } = options;
  const dark = () => map.getContainer().classList.contains("geo-dark");
  const inkOf = (type) => { const style = types[type]; return style ? (dark() ? style.dark : style.light) : "#777777"; };
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  function svg(tag, attributes, parent) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    if (parent) parent.appendChild(made);
    return made;
  }

  // Filled: it took place; hollow: planned or only claimed; struck through: it did not take place.
  function symbol(type, assertion, size, path, ink) {
    const style = types[type], color = ink || inkOf(type);
    const hollow = ["planned", "claimed", "postponed"].includes(assertion), off = ["cancelled", "negated"].includes(assertion);
    const made = svg("svg", { viewBox: "0 0 24 24", width: size, height: size, class: "geo-symbol" });
    svg("path", {
      d: path || symbols[style ? style.symbol : "circle"], fill: hollow || off ? "var(--geo-paper)" : color,
      stroke: hollow || off ? color : "var(--geo-paper)", "stroke-width": hollow || off ? 3 : 1.6, "stroke-linejoin": "round",
    }, made);
    if (off) svg("path", { d: "M4 20 L20 4", stroke: color, "stroke-width": 2.5 }, made);
    return made;
  }

  // A count with the shares of the type families around it.
  function ring(counts, total, size) {
    const made = element("div", "geo-count");
    const picture = svg("svg", { viewBox: "0 0 40 40", width: size, height: size });
    made.appendChild(picture);
    svg("circle", { cx: 20, cy: 20, r: 16, fill: "var(--geo-paper)" }, picture);
    const shares = {};
    Object.entries(counts).forEach(([type, count]) => { const ink = inkOf(type); shares[ink] = (shares[ink] || 0) + count; });
    const sum = Object.values(shares).reduce((left, right) => left + right, 0);
    const around = 2 * Math.PI * 17.5;
    let start = 0;
    (sum ? Object.entries(shares) : [["#5b7186", 1]]).forEach(([ink, count]) => {
      const share = (count / (sum || 1)) * around;
      svg("circle", { cx: 20, cy: 20, r: 17.5, fill: "none", stroke: ink, "stroke-width": 4.5, "stroke-dasharray": share + " " + around, "stroke-dashoffset": -start, transform: "rotate(-90 20 20)" }, picture);
      start += share;
    });
    const label = svg("text", { x: 20, y: 20, "text-anchor": "middle", "dominant-baseline": "central", class: "geo-count-text" }, picture);
    label.textContent = total > 9999 ? Math.round(total / 1000) + "k" : String(total);
    return made;
  }

  return { inkOf, element, symbol, ring };
};
