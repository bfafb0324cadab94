const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [640, 360, 70, 50, 20, 140];

/** Seconds by number of organisations, both on scales that multiply. */
export function plot(rows) {
  const series = [
    { name: "haleconnect drift", colour: "#0b6bcb", points: rows.map(({ objects, seconds }) => [objects, seconds]) },
    {
      name: "pulumi refresh",
      colour: "#c2410c",
      points: rows.flatMap(({ objects, baseline }) => (baseline === undefined ? [] : [[objects, baseline]])),
    },
  ];
  const all = series.flatMap(({ points }) => points);
  const x = scale(decades(all.map(([objects]) => objects)), LEFT, WIDTH - RIGHT);
  const y = scale(decades(all.map(([, seconds]) => seconds)), HEIGHT - BOTTOM, TOP);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Seconds of a drift check, by number of organisations</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${x.ticks.map((at) => `<line x1="${x.of(at)}" y1="${TOP}" x2="${x.of(at)}" y2="${HEIGHT - BOTTOM}" stroke="#ddd"/><text x="${x.of(at)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${at.toLocaleString("en")}</text>`).join("\n")}
${y.ticks.map((at) => `<line x1="${LEFT}" y1="${y.of(at)}" x2="${WIDTH - RIGHT}" y2="${y.of(at)}" stroke="#ddd"/><text x="${LEFT - 8}" y="${Number(y.of(at)) + 4}" text-anchor="end">${at} s</text>`).join("\n")}
${series.map((one) => lineOf(one, x, y)).join("\n")}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">organisations</text>
</svg>
`;
}

function lineOf({ name, colour, points }, x, y) {
  const places = points.map(([objects, seconds]) => [x.of(objects), y.of(seconds)]);
  const [lastX = 0, lastY = 0] = places.at(-1) ?? [];
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`).join("");
  return `<polyline points="${places.map((place) => place.join()).join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<text x="${Number(lastX) + 8}" y="${Number(lastY) + 4}" fill="${colour}">${name}</text>`;
}

/** The powers of ten around the values. */
function decades(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((it) => Math.log10(it));
  const [from, to] = [Math.floor(least), Math.ceil(most)];
  return Array.from({ length: Math.max(to - from, 1) + 1 }, (_, index) => 10 ** (from + index));
}

function scale(ticks, from, to) {
  const [low, high] = [Math.log10(ticks[0]), Math.log10(ticks.at(-1))];
  return { ticks, of: (value) => (from + ((Math.log10(value) - low) / (high - low)) * (to - from)).toFixed(1) };
}
