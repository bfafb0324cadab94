import fs from "node:fs";
import path from "node:path";
import { startForeign, type Foreign } from "../foreign";
import { cleanEnvironment } from "../support/clean-environment";
import { choose, decide } from "../support/deciding";
import { Guide } from "./support/guide";
import { installedFolder } from "./support/installed-folder";
import { Shell } from "./support/shell";
import { program, Tenant } from "./support/tenant";

/** docs/real-platform.md, followed word for word by somebody whose platform is the foreign one. */
const page = new Guide("real-platform.md");
const foreignFolder = path.join(__dirname, "..", "foreign");

let foreign: Foreign;
let tenant: Tenant;
let shell: Shell;

// Each test is several commands of the engine, one after the other.
jest.setTimeout(600_000);

beforeAll(async () => {
  foreign = await startForeign();
  tenant = await Tenant.start(
    installedFolder(),
    program(
      'const land = new Organisation("land", { name: "Land Beispiel" });',
      'const county = new Organisation("county", { name: "Kreis Muster", parent: land, contact: { city: "Soest" } });',
      'const erika = new User("erika", { username: "erika", fullName: "Erika Muster", email: "erika@muster.example", organisation: county, role: "dataManager" });',
      'new RoleAssignment("erika in the land", { user: erika, organisation: land, role: "user" });',
      'new Bucket("roads", { organisation: county, name: "Roads", files: [{ name: "roads.csv", content: "id\\n1\\n" }] });',
      'new CswConfiguration("csw", { organisation: county, supportedLanguages: ["ger", "eng"], defaultLanguage: "ger" });',
    ),
  );
  shell = new Shell(tenant.folder, {
    ...cleanEnvironment(),
    ...tenant.environment,
    PATH: [path.join(installedFolder(), "node_modules", ".bin"), process.env["PATH"]].join(path.delimiter),
    HALECONNECT_URL: foreign.url,
    HALECONNECT_USERNAME: foreign.username,
    HALECONNECT_PASSWORD: foreign.password,
  });
});
afterAll(async () => {
  shell.stop();
  await tenant.stop();
  await foreign.close();
});

const inFolder = (name: string): string => path.join(tenant.folder, name);

function writes(): readonly string[] {
  return foreign
    .requests()
    .filter(({ method, path: at }) => method !== "GET" && at !== "/identity/v2/sessions")
    .map(({ method, path: at }) => `${method} ${at}`);
}

it("real-platform.md writes a contract file from the documents of the platform", async () => {
  fs.cpSync(path.join(foreignFolder, "documents"), inFolder("documents"), { recursive: true });
  expect(await shell.follow(page.section("The contract file"))).toMatch(
    /createSuborganisation[^]*addChildOrganization/,
  );
  expect(fs.readFileSync(inFolder("haleconnect.contract.yaml"), "utf8")).toContain(foreign.url);
});

it("real-platform.md sends no write before somebody confirmed it", async () => {
  expect((await shell.run("pulumi up --yes --skip-preview --non-interactive")).output).toMatch(/HC5001|HC2013/);
  expect(writes()).toEqual([]);
});

it("real-platform.md binds what a person chooses among the candidates", async () => {
  choose(inFolder("haleconnect.contract.yaml"));
  expect(await shell.follow(page.section("Choose, and pull again"))).toMatch(/bound now: [^]*store\/data\.deleteFile/);
});

it("real-platform.md says what works with the file that a person has completed, and makes the first run", async () => {
  decide(inFolder("haleconnect.contract.yaml"));
  expect(await shell.follow(page.section("What works"))).toMatch(/Organisation +works/);
  expect(await shell.follow(page.section("The first run"))).toMatch(/\+ 6 created[^]*7 unchanged/);
});

it("real-platform.md pulls again, and keeps what a person decided", async () => {
  await shell.follow(page.section("When the platform changes"));
  const text = fs.readFileSync(inFolder("haleconnect.contract.yaml"), "utf8");
  expect(text).toContain("$merge($append({}, memberships");
  expect(text).toMatch(/createOrganisation:\n +confirmed: true/);
  expect((await shell.run("pulumi up --yes --skip-preview --non-interactive")).output).toMatch(/7 unchanged/);
});

it("real-platform.md takes everything down again", async () => {
  expect(await shell.follow(page.section("Back to nothing"))).toMatch(/- 7 deleted/);
  expect(page.untaken).toEqual([]);
});
