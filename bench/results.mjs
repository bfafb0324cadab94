import fs from "node:fs";
import { steps } from "./measure.mjs";
import { median } from "./median.mjs";

/** A line of the table for each step. */
export function rowsOf(what, objects, { ours, baseline }) {
  return Object.keys(steps).map((step) => {
    const seconds = (results) => median(results.map((figures) => figures[step].seconds));
    const requests = median(ours.map((figures) => figures[step].requests));
    const ratio = seconds(ours) / seconds(baseline);
    const cells = [
      what,
      objects,
      step,
      `${seconds(baseline).toFixed(1)} s`,
      `${seconds(ours).toFixed(1)} s`,
      ratio.toFixed(2),
      requests,
      (requests / objects).toFixed(2),
      ours.length,
    ];
    return `| ${cells.join(" | ")} |`;
  });
}

/** A line about the state, which is the same in each run. */
export function stateRowOf(what, objects, [{ state }]) {
  return `| ${what} | ${objects} | ${state.provider} | ${state.ratio.toFixed(2)} |`;
}

const figures = /^\| \w+ \| \d+ \| [a-z]/;
const states = /^\| \w+ \| \d+ \| \d+ \|/;

/** Puts new rows in the place of those of before; the section of files stays. */
export function keep(file, what, objects, rows, stateRow) {
  const { old, files } = read(file);
  const others = old.filter((line) => !line.startsWith(`| ${what} | ${objects} |`));
  const ordered = (lines) => [...lines].sort((a, b) => keyOf(a).localeCompare(keyOf(b), "en", { numeric: true }));
  const kept = ordered([...others.filter((line) => figures.test(line)), ...rows]);
  const keptStates = ordered([...others.filter((line) => states.test(line)), stateRow]);
  fs.writeFileSync(file, page(kept, keptStates, files));
}

const filesHeading = "## A large file";

/** The lines of the tables, and the section of files as it is. */
function read(file) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  const at = text.indexOf(filesHeading);
  return { old: text.slice(0, at < 0 ? undefined : at).split("\n"), files: at < 0 ? "" : text.slice(at) };
}

/** Rows of one run stay in the order of its steps. */
function keyOf(line) {
  return line.split(" | ").slice(0, 2).join(" ");
}

function page(rows, stateRows, files) {
  const tables = rows.length === 0 ? "" : tablesOf(rows, stateRows);
  return `# Results\n\n${[tables, files].filter((part) => part !== "").join("\n")}`;
}

function tablesOf(rows, stateRows) {
  return `Each row is a median; the last column says of how many runs. This provider ("ours") and dynamic resources that do nothing
took turns on the same machine. On another machine only the ratio is of use. \`requests\` is the number of requests that the
server counted in that step. The budget was raised to 1,000 requests a second, so that it limits nothing here.
\`npm run bench -- --of organisations --objects 1000 --runs 5\` writes a group of rows.

| what | objects | step | do-nothing | ours | ratio | requests | per object | runs |
|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}

The next table is about the state of one resource. \`__provider\` is the number of characters of this
property. The ratio, a median, compares the size of all other inputs and outputs with the declared and computed ones alone:
the difference is what the provider adds for itself.

| what | objects | __provider | ratio |
|---|---|---|---|
${stateRows.join("\n")}
`;
}
