import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { kinds } from "../../provider/kinds";
import { fileNameOf } from "../../provider/kinds/files/file-name";
import type { Verdict } from "./row";
import { specimens } from "./specimens";
import { keepVerdicts, verdictsOfAll } from "./verdicts";

it("every kind has a specimen", () => {
  expect(specimens.map(({ kind }) => kind.name)).toEqual(kinds.map(({ name }) => name));
});

it("every kind has its own file that tries its rows", () => {
  const folder = path.join(__dirname, "conformance");
  const files = Object.fromEntries(
    fs.readdirSync(folder).map((file) => [file, fs.readFileSync(path.join(folder, file), "utf8")]),
  );
  const wanted = kinds.map(({ name }) => [
    `${fileNameOf(name)}.test.ts`,
    `import { tryEveryRow } from "../tried";\n\ntryEveryRow("${name}");\n`,
  ]);
  expect(files).toEqual(Object.fromEntries(wanted));
});

describe("the verdicts of kinds that are tried separately", () => {
  let place: string;
  beforeEach(() => {
    place = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-verdicts-"));
  });
  afterEach(() => {
    fs.rmSync(place, { recursive: true, force: true });
  });
  const [kindNames, rowNames] = [
    ["One", "Two"],
    ["first", "second"],
  ];

  it("do not exist before the last kind was tried", () => {
    keepVerdicts("Two", new Map([["Two first", "holds"]]), place);
    expect(verdictsOfAll(place, kindNames, rowNames)).toBeUndefined();
  });

  it("come in the same order whichever kind was first, without those that failed", () => {
    const no = { doesNotApply: "it has none" };
    keepVerdicts(
      "Two",
      new Map<string, Verdict>([
        ["Two second", no],
        ["Two first", "holds"],
      ]),
      place,
    );
    keepVerdicts("One", new Map([["One second", "holds"]]), place);
    expect([...(verdictsOfAll(place, kindNames, rowNames) ?? [])]).toEqual([
      ["One second", "holds"],
      ["Two first", "holds"],
      ["Two second", no],
    ]);
  });
});
