const HEADING = "## A drift check";
const MiB = 1024 ** 2;

/** The section of RESULTS.md. */
export function driftSection(rows) {
  const lines = rows.map(({ objects, seconds, baseline, pages, peak, idle, state, lists }) => {
    const ratio = baseline === undefined ? ["–", "–"] : [`${baseline.toFixed(1)} s`, (baseline / seconds).toFixed(1)];
    const data = (state + lists) / MiB;
    const cells = [objects, `${seconds.toFixed(1)} s`, ...ratio, pages, `${peak.toFixed(0)} MiB`];
    return `| ${[...cells, `${data.toFixed(1)} MiB`, ((peak - idle) / data).toFixed(1)].join(" | ")} |`;
  });
  return `${HEADING}

\`haleconnect drift\` checks a stack of organisations of which none differs. The baseline is
\`pulumi refresh --preview-only --run-program\` of as many resources that do nothing; it is left out where it would take many
minutes. The last column compares the memory that the check takes, beyond that of a check of twelve organisations, with the
state and the lists that it reads. \`npm run bench:drift\` writes this section and [the plot](drift.svg).

| organisations | check | baseline | times faster | pages | peak memory | state and lists | memory by these |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}

![Seconds by organisations](drift.svg)
`;
}
