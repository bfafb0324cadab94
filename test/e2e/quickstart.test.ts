import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { installedFolder } from "./support/installed-folder";
import { Tenant } from "./support/tenant";

const example = path.resolve(__dirname, "..", "..", "examples", "quickstart");
const read = (name: string): string => fs.readFileSync(path.join(example, name), "utf8");

let tenant: Tenant;
beforeEach(async () => {
  const files = Object.fromEntries(["index.ts", "tsconfig.json", "package.json"].map((name) => [name, read(name)]));
  tenant = await Tenant.start(installedFolder(), files);
});
afterEach(() => tenant.stop());

/** What the quickstart prints as next steps, typed as a person types it. */
async function typed(...args: string[]): Promise<string> {
  const { code, output } = await tenant.pulumi(args);
  expect({ code, output }).toMatchObject({ code: 0 });
  return output;
}

describe("the quickstart's program under plain pulumi", () => {
  it("goes the way that the next steps describe", async () => {
    expect(await typed("up", "--yes")).toContain("9 created");
    const tree = await tenant.outOfBand.organisations();
    const nameOf = new Map(tree.map(({ id, name }) => [id, name]));
    expect(Object.fromEntries(tree.map(({ name, parent }) => [name, nameOf.get(parent ?? "")]))).toEqual({
      Operator: undefined,
      "Land Beispiel": undefined,
      "Kreis Nord": "Land Beispiel",
      "Kreis Süd": "Land Beispiel",
      Aheim: "Kreis Nord",
      Bedorf: "Kreis Nord",
      Cestadt: "Kreis Süd",
      Dehausen: "Kreis Süd",
      Efurt: "Kreis Süd",
    });

    expect(await typed("preview")).toContain("9 unchanged");

    tenant.edit({ "index.ts": read("index.ts").replace(/description: ".*"/, 'description: "changed"') });
    await tenant.requests();
    expect(await typed("up", "--yes")).toContain("1 updated");
    expect(await tenant.requests()).toContain("updateOrganisation");

    await promisify(execFile)(process.execPath, [path.join(example, "edit-behind-pulumi.mjs")], {
      env: { ...process.env, ...tenant.environment },
    });
    const preview = await typed("preview", "--refresh", "--run-program", "--diff");
    expect(preview).toContain('description: "changed" => "edited by hand"');
    expect(preview).toContain('description: "edited by hand" => "changed"');
    expect(await typed("refresh", "--yes")).toContain("1 updated");
    expect(await typed("up", "--yes")).toContain("1 updated");
    expect(await tenant.outOfBand.organisation("Land Beispiel")).toMatchObject({ description: "changed" });

    expect(await typed("destroy", "--yes")).toContain("9 deleted");
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
  });
});
