import fs from "node:fs";
import path from "node:path";
import { startForeign, type Foreign } from "../foreign";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

const written = fs.readFileSync(path.join(__dirname, "../foreign/contract/haleconnect.contract.yaml"), "utf8");

/** The contract file of the foreign platform, for the address at which it runs. */
const contractFor = (foreign: Foreign): string => written.replace("http://127.0.0.1:8085", foreign.url);

const everything = (more = "", city = "Soest") =>
  program(
    'const land = new Organisation("land", { name: "Land Beispiel", description: "the land" });',
    `const county = new Organisation("county", { name: "Kreis Muster", parent: land, contact: { city: "${city}", email: "geo@muster.example" }, customFields: { ARS: "05974" } });`,
    'const erika = new User("erika", { username: "erika", fullName: "Erika Muster", email: "erika@muster.example", organisation: county, role: "dataManager" });',
    'new RoleAssignment("erika in the land", { user: erika, organisation: land, role: "user" });',
    'new Bucket("roads", { organisation: county, name: "Roads", author: "Kreis Muster", files: [{ name: "roads.csv", content: "id;name\\n1;A44\\n" }, { name: "readme.txt", content: "Roads" }] });',
    'new CswConfiguration("csw", { organisation: county, supportedLanguages: ["ger", "eng"], defaultLanguage: "ger", gemetKeywords: ["soil"] });',
    more,
  );

let foreign: Foreign;
let tenant: Tenant;
beforeEach(async () => {
  foreign = await startForeign();
  tenant = await Tenant.start(installedFolder(), {
    ...everything(),
    "haleconnect.contract.yaml": contractFor(foreign),
  });
});
afterEach(async () => {
  await tenant.stop();
  await foreign.close();
});

const pulumi = (...args: readonly string[]) =>
  tenant.pulumi([...args, "--non-interactive"], {
    HALECONNECT_URL: foreign.url,
    HALECONNECT_USERNAME: foreign.username,
    HALECONNECT_PASSWORD: foreign.password,
  });

const up = (...args: readonly string[]) => pulumi("up", "--skip-preview", ...args);

/** What was sent to the platform, reads and the login aside. */
const writes = () =>
  foreign.requests().filter(({ method, path: at }) => method !== "GET" && at !== "/identity/v2/sessions");

/** A session with the foreign platform, past the provider. */
async function byHand(method: string, at: string, body?: object): Promise<unknown> {
  const session = await fetch(`${foreign.url}/identity/v2/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: foreign.username, secret: foreign.password }),
  });
  const { access_token } = (await session.json()) as { access_token: string };
  const answer = await fetch(`${foreign.url}${at}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${access_token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}

interface Listed {
  readonly content: readonly { readonly organization_id: number; readonly display_name: string }[];
}

const organizations = async () => ((await byHand("GET", "/directory/v2/organizations")) as Listed).content;

describe("a platform that speaks another API, with its contract file", () => {
  it("takes a tenant, shows drift, is repaired, and comes down to what was there before", async () => {
    expect(await up()).toMatchObject({ code: 0 });
    expect((await organizations()).map(({ display_name }) => display_name)).toEqual(["Land Beispiel", "Kreis Muster"]);

    const before = foreign.requests().length;
    expect((await up()).output).toMatch(/7 unchanged/);
    expect(foreign.requests().slice(before)).toEqual([]);

    expect(await pulumi("refresh", "--skip-preview", "--expect-no-changes", "--run-program")).toMatchObject({
      code: 0,
    });

    const [, county] = await organizations();
    const at = `/directory/v2/organizations/${String(county?.organization_id)}`;
    await byHand("PATCH", at, { contact: { town: "Lippstadt" } });
    const drift = await pulumi("refresh", "--preview-only", "--run-program", "--expect-no-changes", "--diff");
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/city\s*: "Soest" => "Lippstadt"/);

    expect(await up("--refresh", "--run-program")).toMatchObject({ code: 0 });
    expect(await byHand("GET", at)).toMatchObject({ contact: { town: "Soest" } });

    expect(await pulumi("destroy", "--skip-preview")).toMatchObject({ code: 0 });
    expect(await organizations()).toEqual([]);
    expect(await byHand("GET", "/storage/v3/buckets")).toMatchObject({ items: [] });
  });

  it("gets no write that nobody confirmed, and the refusal names what is left", async () => {
    tenant.edit({
      "haleconnect.contract.yaml": contractFor(foreign).replaceAll("confirmed: true", "confirmed: false"),
    });
    const { code, output } = await pulumi("preview");
    expect(code).not.toBe(0);
    expect(output).toMatch(/HC5001[^]*createOrganisation: POST \/directory\/v2\/organizations/);
    expect(output).toMatch(/confirmed: true[^]*haleconnect contract check/);
    expect((await up()).code).not.toBe(0);
    expect(writes()).toEqual([]);
  });

  it("gets no field and no kind that it does not have: the preview names them, and the rest goes on working", async () => {
    expect(await up()).toMatchObject({ code: 0 });
    const before = writes().length;

    tenant.edit(everything('new Organisation("town", { name: "Stadt", parent: land, contact: { state: "NRW" } });'));
    const field = await pulumi("preview");
    expect(field.code).not.toBe(0);
    expect(field.output).toMatch(/contact\.state[^]*HC2014 This server cannot take `contact.state` of Organisation/);

    tenant.edit(everything('new OrganisationSharing("sharing", { organisation: land, sharedWith: county });'));
    const kind = await pulumi("preview");
    expect(kind.code).not.toBe(0);
    expect(kind.output).toMatch(/HC2013 This server cannot create OrganisationSharing[^]*shareOrganisation/);

    tenant.edit(everything("", "Werl"));
    const other = await up();
    expect(`${other.code} ${other.output}`).toMatch(/^0 [^]*1 updated/);
    expect(writes().length).toBe(before + 1);

    tenant.edit(
      program(
        'new Organisation("land", { name: "Land Beispiel", description: "the land", contact: { state: "NRW" } });',
      ),
    );
    const update = await pulumi("preview", "--target", "**land**");
    expect(update.code).not.toBe(0);
    expect(update.output).toMatch(/HC2014[^]*contact\.state/);
  });

  it("is not called by a contract file that is for another server", async () => {
    tenant.edit({ "haleconnect.contract.yaml": written.replace("http://127.0.0.1:8085", "https://elsewhere.example") });
    const { code, output } = await pulumi("preview");
    expect(code).not.toBe(0);
    expect(output).toMatch(/HC1005[^]*https:\/\/elsewhere\.example/);
    expect(writes()).toEqual([]);
  });
});
