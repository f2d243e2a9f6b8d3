// Where events lie as far as the reports say: an area by its corners, the shape of a sea, else the circle within
// which it was. What a report gives in coordinates has a solid edge, for it is exact.
window.geoAreas = function (map, api, inkOf) {
  "use strict";
  const SHAPED = new Set(["sea", "strait", "country", "region", "area", "range"]);
  const CUT_LON = 179.5; // simplified shapes end a little short of 180
  const shapes = new Map();
  const areas = L.layerGroup().addTo(map), nearby = L.layerGroup().addTo(map);
  let turn = 0;
  map.createPane("areas").style.zIndex = 350;
  const areaInk = L.canvas({ pane: "areas", padding: 0.4 });

  // Where a text says no more than "in this sea", the sea is drawn; elsewhere the circle within which it lies.
  function draw(events, selected) {
    const drawn = new Map();
    events.forEach((event) => {
      const chosen = event.event_id === selected;
      const key = given(event) || !event.place_id ? [event.lat, event.lon, event.radius_km, event.polygon].join() : event.place_id;
      if (chosen || !drawn.has(key)) drawn.set(key, { event, chosen });
    });
    const wanted = [...drawn.values()];
    const mine = (turn += 1);
    areas.clearLayers();
    nearby.clearLayers();
    shapesOf(wanted.map(({ event }) => event)).then(() => {
      if (mine === turn) wanted.forEach(({ event, chosen }) => drawArea(event, chosen ? "chosen" : "", areas));
    });
  }

  // By coordinates in the report, not by the name of a known area.
  const given = (event) => event.kind === "area" && (event.place_id || "").startsWith("area:");

  // Those under the mouse and the chosen one are drawn strongly; what would cover half the view waits for that.
  const AREA_STYLES = {
    "": { weight: 1, opacity: 0.35, fillOpacity: 0.02 },
    near: { weight: 1.5, opacity: 0.9, fillOpacity: 0.12 },
    chosen: { weight: 2, opacity: 0.95, fillOpacity: 0.14 },
  };
  const GIVEN_STYLES = {
    "": { weight: 1.5, opacity: 0.8, fillOpacity: 0.08 },
    near: { weight: 2, opacity: 0.9, fillOpacity: 0.18 },
    chosen: { weight: 2.5, opacity: 0.95, fillOpacity: 0.2 },
  };

  function drawArea(event, state, group) {
    const edge = given(event) ? GIVEN_STYLES[state] : { dashArray: "5 4", ...AREA_STYLES[state] };
    const style = { pane: "areas", renderer: areaInk, interactive: false, color: inkOf(event.type), ...edge };
    const geometry = shapes.get(event.place_id);
    if (event.polygon) group.addLayer(L.polygon(event.polygon, style));
    else if (geometry) drawShape(geometry, event, style, group);
    else if (event.radius_km > 0 && (state || given(event) || !coversTheView(event)))
      group.addLayer(L.circle([event.lat, event.lon], { ...style, radius: event.radius_km * 1000 }));
  }

  function coversTheView(event) {
    const perKm = (256 * 2 ** map.getZoom()) / 40075 / Math.cos((event.lat * Math.PI) / 180);
    return 2 * event.radius_km * perKm > map.getSize().y / 2;
  }

  // A shape that reaches over the antimeridian is laid together around its event.
  function drawShape(geometry, event, style, group) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    polygons.forEach((rings) => {
      const middle = rings[0].reduce((sum, [lon]) => sum + lon, 0) / rings[0].length;
      const shift = 360 * Math.round((event.lon - middle) / 360);
      const lines = rings.flatMap(stretches).map((line) => line.map(([lon, lat]) => [lat, lon + shift]));
      group.addLayer(L.polygon(rings.map((line) => line.map(([lon, lat]) => [lat, lon + shift])), { ...style, stroke: false }));
      group.addLayer(L.polyline(lines, style));
    });
  }

  // The edges of a ring without those along 180 degrees, where shapes are cut and nothing ends.
  function stretches(ring) {
    const atCut = ([lon]) => Math.abs(lon) >= CUT_LON;
    const lines = [[]];
    ring.forEach((point, index) => {
      if (index && atCut(point) && atCut(ring[index - 1])) lines.push([]);
      lines[lines.length - 1].push(point);
    });
    return lines.filter((line) => line.length > 1);
  }

  async function shapesOf(events) {
    const ids = events.filter((event) => SHAPED.has(event.kind) && event.place_id && !given(event)).map((event) => event.place_id);
    const missing = [...new Set(ids)].filter((id) => !shapes.has(id));
    if (!missing.length) return;
    const words = new URLSearchParams(missing.map((id) => ["id", id]));
    const found = await fetch(api + "shapes?" + words).then((reply) => (reply.ok ? reply.json() : { features: [] })).catch(() => ({ features: [] }));
    missing.forEach((id) => shapes.set(id, null));
    found.features.forEach((feature) => shapes.set(feature.id || feature.properties.place_id, feature.geometry));
  }

  // The areas of the events under the mouse, until it leaves them.
  let pointed = 0;
  function point(events) {
    const mine = (pointed += 1);
    nearby.clearLayers();
    shapesOf(events).then(() => { if (mine === pointed) events.forEach((event) => drawArea(event, "near", nearby)); });
  }

  return { draw, point };
};
