import fs from "node:fs";
import path from "node:path";
import { installedFolder } from "./support/installed-folder";
import { Tenant } from "./support/tenant";

const example = path.resolve(__dirname, "..", "..", "examples", "quickstart");
const source = (name: string) => fs.readFileSync(path.join(example, name), "utf8");

it("the program of the quickstart has correct types, goes up with plain pulumi, is in sync, and comes down", async () => {
  const tenant = await Tenant.start(installedFolder(), {
    "index.ts": source("index.ts"),
    "tsconfig.json": source("tsconfig.json"),
    "package.json": source("package.json"),
  });
  try {
    const compiler = path.join(installedFolder(), "node_modules", "typescript", "bin", "tsc");
    expect(await tenant.script([compiler, "-p", "."])).toMatchObject({ code: 0, output: "" });

    const up = await tenant.pulumi(["up", "--yes", "--non-interactive"]);
    expect(up.output).toMatch(/\+ 9 created/);
    expect(await tenant.outOfBand.names()).toEqual(
      [
        "Aheim",
        "Bedorf",
        "Cestadt",
        "Dehausen",
        "Efurt",
        "Kreis Nord",
        "Kreis Süd",
        "Land Beispiel",
        "Operator",
      ].sort(),
    );

    await tenant.requests();
    expect((await tenant.pulumi(["preview", "--expect-no-changes", "--non-interactive"])).code).toBe(0);
    expect(await tenant.requests()).toEqual([]);

    const destroyed = await tenant.pulumi(["destroy", "--yes", "--non-interactive"]);
    expect(destroyed.output).toMatch(/- 9 deleted/);
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
  } finally {
    await tenant.stop();
  }
});
