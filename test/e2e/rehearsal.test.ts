import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { cleanEnvironment } from "../support/clean-environment";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

// Several commands of the engine, one after the other.
jest.setTimeout(600_000);

/** How another platform has what the program needs: other paths, names, values and pages. */
const contract = `
haleconnect: contract/1
servers: [https://platform.example]
errors: { message: reason }
operations:
  login: { confirmed: true, method: POST, path: /sessions, body: { username: login }, answer: { token: access_token } }
  createOrganisation: &made
    confirmed: true
    method: POST
    path: /orgs
    body: { name: title, city: address.town }
    answer: &organisation { id: { from: number, as: integer }, name: title, city: address.town, created: { from: made_on, as: iso } }
  createSuborganisation: { <<: *made, path: "/orgs/{orgId}/children" }
  getOrganisation: { confirmed: true, method: GET, path: "/orgs/{orgId}", answer: *organisation }
  getOrganisations:
    confirmed: true
    method: GET
    path: /orgs
    list: content
    paging: { by: page, size: per_page, most: 2, total: total }
    answer: *organisation
  updateOrganisation:
    confirmed: true
    method: PATCH
    path: /orgs/{orgId}
    body: { city: address.town }
    answer: *organisation
  deleteOrganisation: { confirmed: true, method: DELETE, path: "/orgs/{orgId}" }
  getSuborganisations: { missing: true }
  createUser:
    confirmed: true
    method: POST
    path: /people
    body: { username: login, fullName: display_name, role: role_id }
    answer: &person { username: login, fullName: display_name }
    values: { role: { user: viewer }, orgRoles: { user: viewer } }
  getProfile: { confirmed: true, method: GET, path: "/people/{id}", parameters: { userIdOrScreenName: id }, answer: *person, values: &roles { orgRoles: { user: viewer } } }
  getUsers: { confirmed: true, method: GET, path: /people, list: content, paging: { by: page }, answer: *person, values: *roles }
  updateUser: { confirmed: true, method: PATCH, path: "/people/{userId}", body: { fullName: display_name }, answer: *person, values: *roles }
`;

const organisations = (city: string) =>
  program(
    'const land = new Organisation("land", { name: "Land Beispiel" });',
    `const county = new Organisation("county", { name: "Kreis Muster", parent: land, contact: { city: "${city}" } });`,
    'new Organisation("town", { name: "Stadt Muster", parent: county });',
    'new User("erika", { username: "erika", fullName: "Erika Muster", email: "erika@muster.example", organisation: county, role: "user" });',
  );

/** The command, with the address and the login that it prints. */
class RehearsingEmulator {
  readonly #child: ChildProcess;
  #told = "";

  constructor(installed: string, file: string) {
    const command = path.join(installed, "node_modules", ".bin", "haleconnect");
    const args = ["emulator", "--contract", file, "--json"];
    this.#child = spawn(command, args, { env: { ...process.env, ...cleanEnvironment() }, cwd: path.dirname(file) });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => (this.#told += text));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => (this.#told += text));
  }

  async environment(): Promise<Record<string, string>> {
    while (this.#child.exitCode === null) {
      const [line] = /^\{"url":.*\}$/m.exec(this.#told) ?? [];
      if (line !== undefined) {
        const { url, username, password } = JSON.parse(line) as Readonly<Record<string, string>>;
        return {
          HALECONNECT_URL: url ?? "",
          HALECONNECT_USERNAME: username ?? "",
          HALECONNECT_PASSWORD: password ?? "",
        };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the emulator did not start: ${this.#told}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null) {
      const ended = new Promise((resolve) => this.#child.once("close", resolve));
      this.#child.kill("SIGTERM");
      await ended;
    }
  }
}

let tenant: Tenant;
let emulator: RehearsingEmulator;
let environment: Record<string, string>;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), {
    ...organisations("Soest"),
    "haleconnect.contract.yaml": contract.trimStart(),
  });
  emulator = new RehearsingEmulator(installedFolder(), path.join(tenant.folder, "haleconnect.contract.yaml"));
  environment = await emulator.environment();
});
afterAll(async () => {
  await emulator.stop();
  await tenant.stop();
});

const pulumi = (...args: readonly string[]) => tenant.pulumi([...args, "--non-interactive"], environment);

async function requests(): Promise<readonly string[]> {
  const at = `${environment["HALECONNECT_URL"] ?? ""}/_emulator/requests`;
  const { requests: seen } = (await (await fetch(at)).json()) as {
    requests: readonly { method: string; path: string }[];
  };
  await fetch(at, { method: "DELETE" });
  return seen.map(({ method, path: asked }) => `${method} ${asked}`);
}

it("a contract file is rehearsed with the real engine: up, up again, refresh, change and destroy", async () => {
  const first = await pulumi("up", "--skip-preview");
  expect(`${first.code} ${first.output}`).toMatch(/^0 [^]*\+ 5 created/);
  const sent = await requests();
  expect(sent).toEqual(
    expect.arrayContaining(["POST /sessions", "POST /orgs", "POST /orgs/2/children", "POST /people"]),
  );
  expect(sent.filter((it) => /\/accounts\/v1\/(auth|organisations|users)/.test(it))).toEqual([]);

  expect((await pulumi("up", "--skip-preview")).output).toMatch(/5 unchanged/);
  expect(await requests()).toEqual([]);

  const refresh = await pulumi("refresh", "--skip-preview", "--expect-no-changes", "--run-program");
  expect(`${refresh.code} ${refresh.output}`).toMatch(/^0 /);

  tenant.edit(organisations("Werl"));
  expect((await pulumi("up", "--skip-preview")).output).toMatch(/~ 1 updated/);

  const destroy = await pulumi("destroy", "--skip-preview");
  expect(`${destroy.code} ${destroy.output}`).toMatch(/^0 [^]*5 deleted/);
});
