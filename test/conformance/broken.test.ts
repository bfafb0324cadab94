import path from "node:path";
import { kinds, type Kind } from "../../provider/kinds";
import { installedFolder } from "../e2e/support/installed-folder";
import { Stage } from "../support/stage";
import { withRolesFile } from "./roles";
import { rows } from "./rows";
import { specimens } from "./specimens";
import { tryRow } from "./trial";

const module_ = path.join(__dirname, "broken-kind.cjs");
/** As Pulumi writes a provider into the state: a text whose handler gives it. */
const text = `exports.handler = () => require(${JSON.stringify(module_)}).provider;`;

let stage: Stage;
beforeAll(async () => {
  stage = await withRolesFile((roles) => Stage.start(installedFolder(), { roles }));
});
afterAll(() => stage.stop());

const { kindOf, spoilt } = jest.requireActual<{
  kindOf: Readonly<Record<string, string>>;
  /** The kinds of this process, one of them with the defect for the row. */
  spoilt: (row: string, sound: readonly Kind[]) => readonly Kind[];
}>(module_);
/** Rows that run in the process of the test. */
const inThisProcess = ["wrong answers"];

it("every row has a defect", () => {
  expect(Object.keys(kindOf)).toEqual(rows.map(({ name }) => name));
});

/** Each fails for the reason that it was made for. */
const complaints: Readonly<Record<string, RegExp>> = {
  "round trip": /HC6003[^]*`description`/,
  unchanged: /'updated'/,
  drift: /description: refresh does not show it/,
  "omitted, null, empty": /is not as it was declared/,
  replaced: /Missing expected rejection/,
  recreated: /'changed'[^]*'gone'/,
  adopted: /HC4002/,
  "unknown inputs": /description/,
  faults: /the next run does not converge/,
  order: /'updated'/,
  secrets: /A secret is shown/,
  requests: /More is written than is declared/,
  "given back": /It is not as it was before/,
  spellings: /Another spelling is a change: [^]*validFrom/,
  "quiet refresh": /a refresh gives other outputs back/,
  "outputs after each verb": /After update the output stored is not what the server has/,
  "checked twice": /expected a value of its own/,
  "Pulumi's options": /'updated'/,
  "refused secrets": /A secret is printed/,
  "wrong answers": /`\*?\.?username` absent: It was gone on a guess/,
  "forced replacement": /exists already/,
  "lacking rights": /change is not refused/,
};

const furtherComplaints: Readonly<Record<string, RegExp>> = {
  "a former home is forgotten": /`roles` is not what is implied/,
  "nobody asks who may change it": /It is left half made: HC6001/,
};

/** A row that a broken kind passes proves nothing. */
it.each(rows.map((row) => [row.name, row] as const))(
  "a kind that is broken there fails the row: %s",
  async (name, row) => {
    const specimen = specimens.find(({ kind }) => kind.name === kindOf[name]);
    const environment = { HALECONNECT_TEST_DEFECT: name, HALECONNECT_TEST_INSTALLED: installedFolder() };
    const broken = { text, environment, ...(inThisProcess.includes(name) ? { kinds: spoilt(name, kinds) } : {}) };
    await expect(specimen && tryRow(row, specimen, stage, `Broken ${name}`, broken)).rejects.toThrow(complaints[name]);
  },
);

it.each([
  ["a user who keeps the former home after an interrupted move", "a former home is forgotten", "faults", "User"],
  [
    "an organisation for which nobody asks who may change it",
    "nobody asks who may change it",
    "lacking rights",
    "Organisation",
  ],
])(
  "%s fails a row, too",
  async (_what, defect, rowName, kindName) => {
    const specimen = specimens.find(({ kind }) => kind.name === kindName);
    const environment = { HALECONNECT_TEST_DEFECT: defect, HALECONNECT_TEST_INSTALLED: installedFolder() };
    const row = rows.find(({ name }) => name === rowName);
    await expect(
      row && specimen && tryRow(row, specimen, stage, `Further ${rowName}`, { text, environment }),
    ).rejects.toThrow(furtherComplaints[defect]);
  },
  300_000,
);

it("a kind without a defect passes in the same way", async () => {
  const [specimen] = specimens;
  const environment = { HALECONNECT_TEST_DEFECT: "", HALECONNECT_TEST_INSTALLED: installedFolder() };
  const [roundTrip] = rows;
  expect(specimen && (await tryRow(roundTrip, specimen, stage, "Not broken", { text, environment }))).toBe("holds");
});
