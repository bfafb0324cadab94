import fs from "node:fs";
import { parse, stringify } from "yaml";
import type { ContractFile } from "../../../provider/binding/file/model";
import { accounts, allOperations } from "../../../provider/contract";
import { closeAll } from "../client/scripted-server";
import { Platform } from "../binding/foreign-platform";
import { exported, urnOf } from "./exported";
import { lookAt } from "./stack-state";

let platform: Platform;
let name: string;
let organisation: string;

beforeAll(async () => {
  platform = await Platform.start();
  name = platform.name();
  organisation = (await platform.client().call(accounts.createOrganisation, { body: { name } })).id;
});
afterAll(async () => {
  await closeAll();
  await platform.foreign.close();
});

/** The contract file names every operation: those that the platform does not have are missing, but for some. */
function complete(others: ContractFile["operations"] = {}): void {
  const file = parse(fs.readFileSync(platform.contract, "utf8")) as ContractFile;
  const missing = Object.fromEntries(allOperations.map(({ key }) => [key, { missing: true } as const]));
  fs.writeFileSync(
    platform.contract,
    stringify({ ...file, operations: { ...missing, ...file.operations, ...others } }, { aliasDuplicateObjects: false }),
  );
}

const look = () => {
  const values = { name };
  const outputs = { ...values, __state: `declared=name\nhome=${platform.foreign.url}` };
  const type = "pulumi-nodejs:dynamic/haleconnect:Organisation";
  const state = exported({ urn: urnOf("Organisation", "land"), id: organisation, type, inputs: values, outputs });
  return lookAt(platform.foreign, state, { client: platform.client() });
};

describe("a platform that has not everything", () => {
  it("is looked at in full if its contract file says what it lacks", async () => {
    complete();
    const looked = await look();
    expect(looked.notLookedAt).toEqual([]);
    expect(looked.findings).toEqual([]);
  });

  it("is looked at in part as long as nobody has chosen an operation, and the report says which", async () => {
    complete({ getSchemas: { candidates: ["schemas  GET /schemas (50 points)"] } });
    const { notLookedAt } = await look();
    expect(notLookedAt.map(({ kind }) => kind)).toContain("Schema");
    expect(notLookedAt.map(({ why }) => why).join("\n")).toMatch(
      /does not say where the server has getSchemas: choose/,
    );
  });
});
