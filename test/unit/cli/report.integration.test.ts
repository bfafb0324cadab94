import { cleanEnvironment } from "../../support/clean-environment";
import { startPlatform, type Platform } from "../emulator/support/visitor";
import { bucket } from "../emulator/support/buckets";
import { haleconnect } from "./command";

let platform: Platform;
let env: NodeJS.ProcessEnv;
let dataset = "";
beforeAll(async () => {
  platform = await startPlatform();
  const { url, username, password } = platform.emulator;
  env = {
    ...cleanEnvironment(),
    HALECONNECT_URL: url,
    HALECONNECT_USERNAME: username,
    HALECONNECT_PASSWORD: password,
  };
  const { admin } = platform;
  const viewServices = { wms: ["1.3.0"], srs: ["EPSG:25832"] };
  const theme = await admin.post("/resources/themes/org/1", { name: "Karte", viewServices });
  const made = await bucket(admin, "data", "org/1", { name: "Straßen, alle" });
  dataset = made.combinedId;
  await admin.put(`${made.path}/p/theme`, (theme.body as { id: string }).id);
  await admin.add(made.files, "1;2", "roads.csv");
  const job = { resourceType: "Bucket", resource: dataset };
  await admin.post("/workflows/jobs", { ...job, type: "publication", parameters: { service: "wms" } });
  await admin.post("/workflows/jobs", { ...job, type: "validation" });
  await fetch(`${url}/ows/services/${dataset}_wms?SERVICE=WMS&REQUEST=GetCapabilities`);
});
afterAll(() => platform.emulator.close());

const report = (...args: string[]) => haleconnect(["report", ...args], env);

describe("haleconnect report", () => {
  it("prints the usage as a table, as CSV and as JSON", async () => {
    const table = await report("usage");
    expect(table).toMatchObject({ code: 0, stderr: "" });
    expect(table.stdout.split("\n")).toEqual([
      expect.stringMatching(/^dataset +name +type +calls +operations$/),
      expect.stringMatching(new RegExp(`^data/${dataset} +Straßen, alle +wms +1 +GetCapabilities 1$`)),
      "",
    ]);
    expect((await report("usage", "--format", "csv")).stdout.split(/\r?\n/)).toEqual([
      "dataset,name,type,calls,operations",
      `data/${dataset},"Straßen, alle",wms,1,GetCapabilities 1`,
      "",
    ]);
    const { stdout } = await report("usage", "--format", "json", "--dataset", `data/${dataset}`);
    expect(JSON.parse(stdout)).toEqual([
      { dataset: `data/${dataset}`, name: "Straßen, alle", type: "wms", calls: 1, operations: { GetCapabilities: 1 } },
    ]);
    expect(await report("usage", "--to", "2020-01-01")).toMatchObject({ code: 0, stdout: "nothing to report\n" });
  });

  it("prints the capacity, and as CSV what the platform writes", async () => {
    const period = ["--from", "2026-01-01", "--to", "2026-01-31"];
    expect((await report("capacity", ...period, "--format", "csv")).stdout.split(/\r?\n/)).toEqual([
      "organisation,name,from,to,datasets,bytesBefore,bytes,usage,points",
      "1,Operator,2026-01-01,2026-01-31,0,0,0,0,",
      "",
    ]);
    const { stdout } = await report("capacity", ...period, "--organisation", "1");
    expect(stdout).toMatch(/^organisation +name/);
    expect(stdout).toMatch(/\n +1 |\n1 +Operator/);
  });

  it("prints what validations found, with a line for each finding", async () => {
    const { code, stdout } = await report("validation", "--organisation", "1", "--format", "csv");
    expect(code).toBe(0);
    expect(stdout).toContain(
      `data/${dataset},"Straßen, alle",datasetMetadata,passedWithWarnings,warning,The dataset has no author.,author`,
    );
    expect(stdout).toContain(`data/${dataset},"Straßen, alle",services,notTested,,,`);
    const one = await report("validation", "--dataset", `data/${dataset}`, "--format", "json");
    expect(JSON.parse(one.stdout)).toMatchObject([{ result: "passedWithWarnings" }]);
  });

  it.each([
    [
      "a period that ends before it begins",
      ["usage", "--from", "2026-02-01", "--to", "2026-01-01"],
      /ends on 2026-01-01/,
    ],
    ["a day that is none", ["capacity", "--from", "yesterday"], /a date, YYYY-MM-DD/],
    ["an organisation that is no number", ["capacity", "--organisation", "Land"], /number of an organisation/],
    ["a form that does not exist", ["usage", "--format", "pdf"], /table, csv, json/],
    ["an unknown report", ["weather"], /unknown command/],
  ])("ends with 2 for %s", async (_what, args, expected) => {
    const { code, stdout, stderr } = await report(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(expected);
  });

  it("explains itself", async () => {
    const { code, stdout } = await report("--help");
    expect(code).toBe(0);
    expect(stdout).toContain("haleconnect report usage --from 2026-01-01");
  });
});
