// Natural Earth's land on canvas tiles, graticule and names: the map under the events, without a network.
// Tiles wrap, so the world is drawn as often as the view is wide. Names become text nodes, never markup.
window.geoWorld = function (map, options) {
  "use strict";
  const TILE = 512;
  const palettes = options.palettes;
  let palette = palettes.light;
  let countries = [], borders = [];
  let labels = [];

  // Mercator in [0, 1]; the poles are cut where web maps cut them.
  const projectX = (lon) => (lon + 180) / 360;
  const projectY = (lat) => {
    const bounded = Math.max(-85.0511, Math.min(85.0511, lat));
    return 0.5 - Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) / (2 * Math.PI);
  };

  const toCountries = (collection) =>
    collection.features.flatMap((feature) => feature.geometry.coordinates.map(toShape));

  // The rings of a polygon, or a line alone, with the box around them.
  function toShape(polygon) {
    let west = 2, east = -1, north = 2, south = -1;
    const lines = polygon.map((ring) => {
      const points = new Float64Array(ring.length * 2);
      ring.forEach(([lon, lat], index) => {
        const x = projectX(lon), y = projectY(lat);
        points[2 * index] = x;
        points[2 * index + 1] = y;
        west = Math.min(west, x); east = Math.max(east, x);
        north = Math.min(north, y); south = Math.max(south, y);
      });
      return points;
    });
    return { lines, west, east, north, south };
  }

  const Land = L.GridLayer.extend({
    createTile(coords) {
      const canvas = document.createElement("canvas");
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      canvas.width = canvas.height = TILE * ratio;
      const pen = canvas.getContext("2d");
      pen.scale(ratio, ratio);
      const world = 256 * 2 ** coords.z;
      drawGraticule(pen, coords, world);
      for (let copy = Math.floor((coords.x * TILE) / world); copy * world < (coords.x + 1) * TILE; copy += 1)
        drawLand(pen, world, copy * world - coords.x * TILE, -coords.y * TILE);
      return canvas;
    },
  });

  function drawGraticule(pen, coords, world) {
    const step = coords.z < 4 ? 20 : coords.z < 6 ? 10 : coords.z < 8 ? 5 : 1;
    pen.strokeStyle = palette.graticule;
    pen.lineWidth = 0.6;
    pen.beginPath();
    for (let lon = -180; lon < 180; lon += step) {
      for (let copy = 0; copy <= Math.ceil(TILE / world); copy += 1) {
        const x = (projectX(lon) + copy) * world - coords.x * TILE;
        if (x >= 0 && x <= TILE) { pen.moveTo(x, 0); pen.lineTo(x, TILE); }
      }
    }
    for (let lat = -80; lat <= 80; lat += step) {
      const y = projectY(lat) * world - coords.y * TILE;
      if (y >= 0 && y <= TILE) { pen.moveTo(0, y); pen.lineTo(TILE, y); }
    }
    pen.stroke();
  }

  function drawLand(pen, world, left, top) {
    const outside = (shape) =>
      shape.east * world + left < -2 || shape.west * world + left > TILE + 2 ||
      shape.south * world + top < -2 || shape.north * world + top > TILE + 2;
    const fill = new Path2D(), line = new Path2D();
    const view = [world, left, top];
    countries.forEach((shape) => { if (!outside(shape)) shape.lines.forEach((points) => trace(points, view, fill)); });
    borders.forEach((shape) => { if (!outside(shape)) shape.lines.forEach((points) => trace(points, view, line)); });
    pen.fillStyle = palette.land;
    pen.fill(fill, "evenodd");
    pen.strokeStyle = palette.border;
    pen.lineWidth = 0.8;
    pen.lineJoin = "round";
    pen.stroke(line);
  }

  // Points closer than half a pixel are left out.
  function trace(points, [world, left, top], path) {
    let lastX = Infinity, lastY = Infinity;
    for (let index = 0; index < points.length; index += 2) {
      const x = points[index] * world + left, y = points[index + 1] * world + top;
      if (index === 0) path.moveTo(x, y);
      else if (index + 2 < points.length && Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
      else path.lineTo(x, y);
      lastX = x; lastY = y;
    }
  }

  const land = new Land({ pane: "land", tileSize: TILE, updateWhenZooming: false, keepBuffer: 1, minZoom: 0 });
  const names = L.layerGroup();

  // The copy of the world that is nearest to the middle of the view.
  const near = (lon) => lon + 360 * Math.round((map.getCenter().lng - lon) / 360);

  const isTown = (label) => label.kind === "city" || label.kind === "capital";

  function drawNames() {
    names.clearLayers();
    const zoom = map.getZoom(), view = map.getBounds().pad(-0.02), taken = [];
    labels.forEach((label) => {
      if (zoom < label.zoom || (label.until && zoom > label.until)) return;
      const lon = near(label.lon);
      if (!view.contains([label.lat, lon])) return;
      const at = map.latLngToContainerPoint([label.lat, lon]);
      const wide = label.name.length * (isTown(label) ? 5.6 : 6.6) + 12;
      const box = isTown(label)
        ? [at.x - 4, at.y - 8, at.x + wide, at.y + 8]
        : [at.x - wide / 2, at.y - 9, at.x + wide / 2, at.y + 9];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return;
      taken.push(box);
      const text = document.createElement("span");
      text.className = "geo-name geo-name-" + label.kind;
      text.textContent = label.name;
      const icon = L.divIcon({ className: "geo-name-anchor", html: text, iconSize: [0, 0] });
      names.addLayer(L.marker([label.lat, lon], { pane: "names", interactive: false, keyboard: false, icon }));
    });
  }

  function setTheme(dark) {
    const next = dark ? palettes.dark : palettes.light;
    const frame = map.getContainer();
    frame.style.background = next.sea;
    frame.classList.toggle("geo-dark", dark);
    document.body.style.background = next.sea;
    if (next !== palette) { palette = next; if (countries.length) land.redraw(); }
  }

  // Streamlit tells its theme with every render; a bare page is light.
  function followTheme() {
    if (!window.Streamlit || !window.Streamlit.events) return;
    window.Streamlit.events.addEventListener(window.Streamlit.RENDER_EVENT, (event) => {
      const theme = event.detail.theme;
      if (theme) setTheme(theme.base === "dark");
    });
    const ink = getComputedStyle(document.documentElement).getPropertyValue("--text-color").trim();
    const parsed = /^#?([0-9a-f]{2})/i.exec(ink);
    setTheme(Boolean(parsed) && parseInt(parsed[1], 16) > 128);
  }

  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(options.attribution);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  map.createPane("land").style.zIndex = 210;
  map.createPane("names").style.zIndex = 220;
  map.getPane("names").style.pointerEvents = "none";
  setTheme(false);
  followTheme();
  const read = (name) => fetch(options.base + name).then((answer) => {
    if (!answer.ok) throw new Error(name + ": " + answer.status);
    return answer.json();
  });
  // The coarse outlines are on the screen at once; the fine ones take their place when they have come.
  const outlines = read("countries-coarse.json").then((coarse) => {
    countries = toCountries(coarse);
    land.addTo(map);
  });
  const fine = Promise.all([read("countries.json"), read("borders.json")]).then(([areas, lines]) => {
    countries = toCountries(areas);
    borders = lines.coordinates.map((line) => toShape([line]));
    land.redraw();
  });
  const named = read("labels.json").then((found) => {
    labels = found.sort((left, right) => left.zoom - right.zoom);
    names.addTo(map);
    map.on("moveend", drawNames);
    drawNames();
  });
  window.geoWorldReady = Promise.all([outlines.then(() => fine), named]).catch((error) => {
    map.attributionControl.addAttribution("Base map missing: run python -m geo setup");
    console.warn("base map: " + error.message);
  });
  return { setTheme };
};
