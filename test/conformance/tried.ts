import { installedFolder } from "../e2e/support/installed-folder";
import { Stage } from "../support/stage";
import { conformancePage, currentPage, writePage, writeRowThatWasAskedFor } from "./page";
import type { Verdict } from "./row";
import { withRolesFile } from "./roles";
import { rows } from "./rows";
import { specimens } from "./specimens";
import { tryRow } from "./trial";
import { keepVerdicts, verdictsOfAll } from "./verdicts";

/** Milliseconds for a row; the thorough one of the faults lives a hundred lives. */
const timeLimit = process.env["HALECONNECT_THOROUGH"] === "1" ? 3_600_000 : 300_000;

/** Declares the tests of a kind: a file for each, so that they are shared among the workers. */
export function tryEveryRow(kindName: string): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await withRolesFile((roles) => Stage.start(installedFolder(), { roles }));
  });
  afterAll(() => stage.stop());

  const verdicts = new Map<string, Verdict>();
  afterAll(() => writeRowThatWasAskedFor(verdicts));

  describe.each(specimens.filter(({ kind }) => kind.name === kindName).map((it) => [it.kind.name, it] as const))(
    "%s",
    (name, specimen) => {
      it.each(rows.map((row) => [row.name, row] as const))(
        "%s",
        async (rowName, row) => {
          const verdict = await tryRow(row, specimen, stage, `${name} ${rowName}`);
          verdicts.set(`${name} ${rowName}`, verdict);
          expect(verdict).toBeDefined();
        },
        timeLimit,
      );
    },
  );

  it("docs/conformance.md says so, once every kind was tried (`npm run conformance` writes it)", () => {
    keepVerdicts(kindName, verdicts);
    const all = verdictsOfAll();
    if (all !== undefined) {
      const page = conformancePage(all);
      if (process.env["HALECONNECT_WRITE_CONFORMANCE"] === "1") {
        writePage(page);
      }
      expect(currentPage()).toBe(page);
    }
  });
}
