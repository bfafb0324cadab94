import path from "node:path";
import { operationsByKey, services } from "../../provider/contract";
import { installedFolder } from "./support/installed-folder";
import { samples } from "./support/samples";
import { program, Tenant } from "./support/tenant";

const file = (name: string) => JSON.stringify(path.join(samples, name));

/** A tenant in one program: something of each service, in an installation that calls its roles otherwise. */
const everything = program(
  `const look = require("pulumi-haleconnect");`,
  `const county = new Organisation("county", { name: "Kreis Muster", parent: "1", settings: { metadataDownloadLink: true } });`,
  `const person = (name, role) => new User(name, { username: name, fullName: name, email: name + "@muster.example", organisation: county, role });`,
  `person("bruno", "basicUser");`,
  `const pia = person("pia", "publisher");`,
  `const schema = new Schema("roads", { organisation: county, name: "Roads", files: [${file("roads/Roads.xsd")}] });`,
  `const project = new TransformationProject("project", { organisation: county, name: "Roads", files: [${file("project/roads.halex")}], targetSchemas: [schema] });`,
  `const theme = new Theme("traffic", { organisation: county, name: "Traffic", viewServices: { wms: ["1.3.0"] } });`,
  `const roads = new Bucket("dataset", { organisation: county, name: "Roads", theme, files: [{ name: "roads.csv", content: "id;name" }] });`,
  `const belongs = { organisation: county, dataset: roads };`,
  `const metadata = new Bucket("metadata", { ...belongs, store: "metadata", name: "Metadata", files: [{ name: "roads.xml", content: "<gmd:MD_Metadata/>" }] });`,
  `const plans = new Bucket("plans", { ...belongs, store: "attachments", name: "Plans" });`,
  `new BucketFile("plan", { bucket: plans, name: "plan.yaml", url: process.env.HALECONNECT_URL + "/accounts/swagger.yaml" });`,
  `const check = new WorkflowRun("check", { dataset: roads, type: "validation", failOn: "never" });`,
  `const maps = new PublishedService("maps", { dataset: roads, type: "wms" }, { dependsOn: check });`,
  `const task = new Task("task", { resource: roads, title: "Check the roads", assignee: pia });`,
  `const [dataset, resource, organisation] = [maps.dataset, roads.id, county.id];`,
  `Object.assign(exports, {`,
  `  capabilities: maps.capabilities,`,
  `  baseMap: look.getDefaultBaseMapOutput({ organisation }),`,
  `  published: look.getPublicMetadataOutput({ organisation: metadata.organisation }),`,
  `  cells: look.getCellsOutput({ project: project.id }),`,
  `  comments: look.getCommentsOutput({ resource }),`,
  `  notes: look.getNotesOutput({ resource }),`,
  `  topics: task.id.apply(() => look.getForumTopics()),`,
  `  tasks: look.getTasksOutput({ resource: task.resource }),`,
  `  validation: look.getValidationReportOutput({ dataset: check.dataset }),`,
  `  usage: look.getServiceUsageOutput({ dataset }),`,
  `  capacity: look.getCapacityReportOutput({ organisation: plans.organisation }),`,
  `});`,
);

/** One life of a stack, told in order. */
let tenant: Tenant;
beforeAll(async () => {
  const roles = path.join(samples, "roles.json");
  tenant = await Tenant.start(installedFolder(), everything, { roles });
});
afterAll(() => tenant.stop());

/** What somebody does meanwhile who works without Pulumi. */
async function talkAndCall(resource: string, capabilities: string): Promise<void> {
  const send = (where: string, body: object) => tenant.outOfBand.send("POST", `/interactions/${where}`, body);
  await send(`comments/Bucket/${resource}`, { text: "Which roads?" });
  await send(`notes/Bucket/${resource}`, { text: "Ask Pia" });
  await send("forum/topics", { title: "Roads", text: "All of them" });
  expect((await fetch(capabilities)).status).toBe(200);
}

describe("each of the thirteen services under the real engine", () => {
  let resource = "";
  let capabilities = "";

  it("is used by one program, in an installation with other roles", async () => {
    const { summary } = await tenant.stack.up();
    const outputs = await tenant.stack.outputs();
    expect(summary.resourceChanges).toEqual({ create: 14 });
    const used = (await tenant.requests()).map((key) => operationsByKey.get(key)?.service.name);
    expect([...new Set(used.filter((name) => name !== undefined))].sort()).toEqual(
      services.map(({ name }) => name).sort(),
    );
    const { value } = outputs["tasks"] as { value: { resource: string }[] };
    expect(value).toMatchObject([{ title: "Check the roads", status: "open" }]);
    expect(outputs["validation"]?.value).toMatchObject({ result: "passedWithWarnings" });
    expect(outputs["published"]?.value).toMatchObject({ isOffered: true, files: [{ name: "roads.xml" }] });
    expect(outputs["capacity"]?.value).toMatchObject([{ name: "Kreis Muster", datasets: 1 }]);
    expect(outputs["baseMap"]?.value).toHaveProperty("address");
    expect((outputs["cells"]?.value as unknown[]).length).toBeGreaterThan(0);
    resource = value[0]?.resource.slice("data/".length) ?? "";
    capabilities = outputs["capabilities"]?.value as string;
    const users = (await tenant.outOfBand.send("GET", "/accounts/v1/users")) as { orgRoles: object }[];
    expect(users.flatMap(({ orgRoles }) => Object.values(orgRoles) as string[]).sort()).toEqual([
      "basicUser",
      "publisher",
      "regionAdmin",
    ]);
  });

  it("changes nothing in a second up, which shows what people said and called meanwhile", async () => {
    await talkAndCall(resource, capabilities);
    await tenant.requests();
    const { summary } = await tenant.stack.up();
    const outputs = await tenant.stack.outputs();
    expect(summary.resourceChanges).toEqual({ same: 14 });
    expect(outputs["comments"]?.value).toMatchObject([{ text: "Which roads?", replies: [] }]);
    expect(outputs["notes"]?.value).toMatchObject([{ text: "Ask Pia" }]);
    expect(outputs["topics"]?.value).toMatchObject([{ title: "Roads" }]);
    expect(outputs["usage"]?.value).toMatchObject([{ type: "wms", calls: 1 }]);
    const asked = (await tenant.requests()).map((key) => operationsByKey.get(key));
    expect(asked.filter((it) => it?.method !== "GET" && it?.id !== "login")).toEqual([]);
  });

  it("prints its reports on the command line", async () => {
    const haleconnect = path.join(installedFolder(), "node_modules/pulumi-haleconnect/dist/provider/cli/main.js");
    const report = async (subject: string) =>
      JSON.parse((await tenant.script([haleconnect, "report", subject, "--format", "json"])).output) as unknown;
    expect(await Promise.all(["usage", "validation", "capacity"].map(report))).toMatchObject([
      [{ type: "wms", calls: 1 }],
      [{ dataset: `data/${resource}`, result: "passedWithWarnings" }],
      [{}, { name: "Kreis Muster", datasets: 1 }],
    ]);
  });

  it("has nothing left after a destroy but the users' names", async () => {
    await tenant.stack.destroy();
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
    expect(await tenant.outOfBand.send("GET", "/workflows/services?state=published")).toEqual([]);
    expect(await tenant.outOfBand.send("GET", "/interactions/tasks")).toEqual([]);
    for (const store of ["data", "schemas", "projects", "metadata", "attachments"]) {
      expect(await tenant.outOfBand.contents(store)).toEqual([]);
    }
  });
});
