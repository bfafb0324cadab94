import { installedFolder } from "./support/installed-folder";
import { expectOneError, type Attempt } from "./support/one-error";
import { program, Tenant } from "./support/tenant";

/** Organisations and users that are there already, made by somebody else. */
let tenant: Tenant;
let county: string;
let town: string;
let erika: string;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
  county = await organisation("Kreis Muster");
  town = await organisation("Stadt Muster");
  erika = await user("erika", { organisation: county });
});
afterAll(() => tenant.stop());

const password = "Sonnen-Schein-1";

async function organisation(name: string): Promise<string> {
  const made = await tenant.outOfBand.send("POST", "/accounts/v1/organisations/1/suborganisations", { name });
  return (made as { id: string }).id;
}

async function user(username: string, given: object): Promise<string> {
  const profile = { username, fullName: username, email: `${username}@users.example`, role: "dataManager", password };
  return ((await tenant.outOfBand.send("POST", "/accounts/v1/users", { ...profile, ...given })) as { id: string }).id;
}

/** A line of a program. */
const declare = (kind: string, name: string, values: object) =>
  `new ${kind}(${JSON.stringify(name)}, ${JSON.stringify(values)});`;

const max = (values: object = {}) =>
  declare("User", "max", {
    username: "max",
    fullName: "Max Muster",
    email: "max@users.example",
    organisation: county,
    role: "dataManager",
    ...values,
  });
const assignment = (name: string, values: object = {}) =>
  declare("RoleAssignment", name, { user: erika, organisation: town, role: "dataManager", ...values });

async function refused(lines: readonly string[], code: RegExp, attempt: Attempt = {}): Promise<string> {
  tenant.edit(program(...lines));
  return expectOneError(tenant, code, attempt);
}

describe("a user, each mistake with one clear error and nothing written", () => {
  it("an invalid e-mail address", async () => {
    expect(await refused([max({ email: "max(at)users" })], /HC3001 `email` is "max\(at\)users"/)).toContain(
      "property email",
    );
  });

  it("a user name that is taken, with advice on adoption", async () => {
    const shown = await refused([max({ username: "erika" })], /HC4001 User "erika" exists already with id \d+/);
    expect(shown).toContain('adopt: "ifExists"');
  });

  it("a user name that a deleted user keeps", async () => {
    const id = await user("gone", { organisation: county });
    await tenant.outOfBand.send("DELETE", `/accounts/v1/users/${id}`);
    const shown = await refused([max({ username: "gone" })], /HC3003 the user name "gone" belongs to user \d+/);
    expect(shown).toContain("Choose another user name");
  });

  it("another user's e-mail address, in whatever case", async () => {
    const shown = await refused([max({ email: "Erika@users.example" })], /HC3003 the e-mail address .* belongs to/);
    expect(shown).toContain("(erika)");
  });

  it.each([
    ["eight characters of one class", "kkkkkkkk"],
    ["eight characters of two classes", "kkkk1111"],
  ])("a weak password: %s", async (_what, weak) => {
    await refused([max({ password: weak })], /HC3001 [^\n]*at least 8 characters, from 3 of/);
  });

  /** It is told twice: once that it is too short, once with the rule. */
  it("a weak password: seven characters of four classes", async () => {
    await refused([max({ password: "kK1-kK1" })], /HC3001 [^\n]*at least 8 characters, from 3 of/);
  });

  it("a role that does not exist, with those that do", async () => {
    const shown = await refused([max({ role: "emperor" })], /HC3003 there is no role "emperor"/);
    expect(shown).toContain("user, dataManager, themeManager, orgAdmin");
  });

  it("an organisation that does not exist", async () => {
    expect(await refused([max({ organisation: "4711" })], /HC3003 there is no organisation 4711/)).toContain(
      "property organisation",
    );
  });
});

describe("a role, each mistake with one clear error and nothing written", () => {
  it("of a user who does not exist", async () => {
    expect(await refused([assignment("a", { user: "4711" })], /HC3003 there is no user 4711/)).toContain("Invitation");
  });

  it("that does not exist", () => refused([assignment("a", { role: "emperor" })], /HC3003 there is no role "emperor"/));

  it("in an organisation that does not exist", () =>
    refused([assignment("a", { organisation: "4711" })], /HC3003 there is no organisation 4711/));

  it("of a member who does not exist, in the whole list", () =>
    refused(
      [declare("OrganisationMembers", "m", { organisation: town, members: [{ user: "4711", role: "user" }] })],
      /HC3003 there is no user 4711/,
    ));

  it("for one member twice, in the whole list", () =>
    refused(
      [
        declare("OrganisationMembers", "m", {
          organisation: town,
          members: [
            { user: erika, role: "user" },
            { user: erika, role: "orgAdmin" },
          ],
        }),
      ],
      /HC3003 user \d+ is named twice/,
    ));

  it("for somebody who is invited to an organisation that does not exist", () =>
    refused(
      [
        declare("Invitation", "i", {
          organisation: "4711",
          username: "erika",
          email: "erika@users.example",
          role: "user",
        }),
      ],
      /HC3003 there is no organisation 4711/,
    ));
});

describe("two resources that decide the same role", () => {
  const withPreview = { command: "up --yes" };

  it("two assignments of one user in one organisation, with different roles", async () => {
    const two = [assignment("one"), assignment("other", { role: "themeManager" })];
    expect(await refused(two, /HC400[67] /, withPreview)).toMatch(/"one"[^]*"other"|"other"[^]*"one"/);
  });

  it("an assignment and the whole list of members", async () => {
    const members = declare("OrganisationMembers", "all", {
      organisation: town,
      members: [{ user: erika, role: "user" }],
    });
    const shown = await refused(
      [assignment("one"), members],
      /HC4007 Two resources decide the members of/,
      withPreview,
    );
    expect(shown).toMatch(/"one"[^]*"all"|"all"[^]*"one"/);
  });

  it("an assignment in the home organisation of a user of the stack", async () => {
    tenant.edit(program(max()));
    await tenant.stack.up();
    try {
      const home = `const user = ${max()}\nnew RoleAssignment("home", { user, organisation: "${county}", role: "user" });`;
      const shown = await refused([home], /HC4007 Two resources decide the role of user/, withPreview);
      expect(shown).toMatch(/"max"[^]*"home"|"home"[^]*"max"/);
    } finally {
      await tenant.stack.destroy();
    }
  });
});

describe("the caller's own last Superuser role", () => {
  const boss = { HALECONNECT_USERNAME: "boss", HALECONNECT_PASSWORD: password };
  let own: string;
  beforeAll(async () => {
    own = await user("boss", { organisation: county, role: "orgAdmin" });
  });
  const held = (role: string, more: object = {}) =>
    assignment("own", { user: own, organisation: county, role, adopt: "required", ...more });

  it("is not replaced by another role", async () => {
    tenant.edit(program(held("orgAdmin")));
    expect((await tenant.pulumi(["up", "--yes", "--non-interactive"], boss)).code).toBe(0);
    const shown = await refused([held("dataManager")], /HC\d{4} [^]*the caller's own last one/, { environment: boss });
    expect(shown).toContain("The role orgAdmin in organisation 2 stays");
  });

  it("is not removed by a destroy", async () => {
    tenant.edit(program(held("orgAdmin", { onDestroy: "delete" })));
    expect((await tenant.pulumi(["up", "--yes", "--non-interactive"], boss)).code).toBe(0);
    await expectOneError(tenant, /HC5002 [^]*the caller's own last one/, {
      environment: boss,
      command: "destroy --yes --skip-preview",
    });
    tenant.edit(program(held("orgAdmin")));
    expect((await tenant.pulumi(["up", "--yes", "--non-interactive"], boss)).code).toBe(0);
    expect((await tenant.pulumi(["destroy", "--yes", "--non-interactive"], boss)).code).toBe(0);
  });

  /** It is noticed only when it is its turn, as HC5002 inside of HC6001: a preview says nothing, others are given roles. */
  it("is not replaced through a whole list of members", () =>
    refused(
      [
        declare("OrganisationMembers", "m", {
          organisation: county,
          members: [
            { user: erika, role: "themeManager" },
            { user: own, role: "user" },
          ],
        }),
      ],
      /HC\d{4} [^]*the caller's own last one/,
      { environment: boss },
    ));
});

describe("CSW configuration, each mistake with one clear error and nothing written", () => {
  const csw = (values: object) => declare("CswConfiguration", "csw", { organisation: county, ...values });

  it("without an endpoint of its own, with the advice who activates it", async () => {
    expect(await refused([csw({ date: "2026-01-01" })], /HC3003 organisation \d+ has no CSW endpoint/)).toContain(
      "Ask wetransform",
    );
  });

  it("a language that ISO 639-2 does not know", () =>
    refused([csw({ supportedLanguages: ["ger", "zzz"] })], /HC3001 [^\n]*"zzz"[^\n]*ISO 639-2/));

  it("a default language that is not among the supported", () =>
    refused(
      [csw({ supportedLanguages: ["ger"], defaultLanguage: "eng" })],
      /HC3001 [^\n]*"eng" is not among `supportedLanguages`/,
    ));
});
