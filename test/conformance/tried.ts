import { kinds } from "../../provider/kinds";
import { installedFolder } from "../e2e/support/installed-folder";
import { Stage } from "../support/stage";
import { conformancePage, currentPage, writePage } from "./page";
import type { Verdict } from "./row";
import { rows } from "./rows";
import { specimens } from "./specimens";
import { tryRow } from "./trial";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.start(installedFolder());
});
afterAll(() => stage.stop());

it("every kind has a specimen", () => {
  expect(specimens.map(({ kind }) => kind.name)).toEqual(kinds.map(({ name }) => name));
});

/** Milliseconds for a row; the thorough one of the faults lives a hundred lives. */
const timeLimit = process.env["HALECONNECT_THOROUGH"] === "1" ? 3_600_000 : 300_000;

const verdicts = new Map<string, Verdict>();

describe.each(specimens.map((specimen) => [specimen.kind.name, specimen] as const))("%s", (name, specimen) => {
  it.each(rows.map((row) => [row.name, row] as const))(
    "%s",
    async (rowName, row) => {
      const verdict = await tryRow(row, specimen, stage, `${name} ${rowName}`);
      verdicts.set(`${name} ${rowName}`, verdict);
      expect(verdict).toBeDefined();
    },
    timeLimit,
  );
});

it("docs/conformance.md says so (`npm run conformance` writes it)", () => {
  const page = conformancePage(verdicts);
  if (process.env["HALECONNECT_WRITE_CONFORMANCE"] === "1") {
    writePage(page);
  }
  expect(currentPage()).toBe(page);
});
