import { Stage } from "../support/stage";
import { installedFolder } from "./support/installed-folder";
import { expectOneError } from "./support/one-error";
import { OutOfBand } from "./support/out-of-band";
import { expectRefusal } from "./support/refused";
import { program, Tenant } from "./support/tenant";

interface Declared {
  readonly kind: string;
  readonly values: Record<string, unknown>;
}

/** Organisations and users that are there already, made by somebody else. */
class People {
  county = "";
  town = "";
  erika = "";

  constructor(private readonly outOfBand: OutOfBand) {}

  async make(): Promise<this> {
    this.county = await this.organisation("Kreis Muster");
    this.town = await this.organisation("Stadt Muster");
    this.erika = await this.user("erika");
    return this;
  }

  async user(username: string): Promise<string> {
    const profile = { username, fullName: username, email: `${username}@users.example`, role: "dataManager" };
    return this.made("/accounts/v1/users", { ...profile, password: "Sonnen-Schein-1", organisation: this.county });
  }

  async remove(user: string): Promise<void> {
    await this.outOfBand.send("DELETE", `/accounts/v1/users/${user}`);
  }

  max(values: object = {}): Declared {
    const profile = { username: "max", fullName: "Max Muster", email: "max@users.example", role: "dataManager" };
    return { kind: "User", values: { ...profile, organisation: this.county, ...values } };
  }

  assignment(values: object = {}): Declared {
    const { erika, town } = this;
    return { kind: "RoleAssignment", values: { user: erika, organisation: town, role: "dataManager", ...values } };
  }

  members(members: readonly object[]): Declared {
    return { kind: "OrganisationMembers", values: { organisation: this.town, members } };
  }

  private organisation(name: string): Promise<string> {
    return this.made("/accounts/v1/organisations/1/suborganisations", { name });
  }

  private async made(path: string, body: object): Promise<string> {
    return ((await this.outOfBand.send("POST", path, body)) as { id: string }).id;
  }
}

/** The process of the provider tells what the engine shows; that it shows it so is tried with one mistake of each part. */
let stage: Stage;
let people: People;
beforeAll(async () => {
  stage = await Stage.start(installedFolder());
  const { url, username, password } = stage.emulator;
  people = await new People(new OutOfBand(url, username, password)).make();
});
afterAll(() => stage.stop());

/** Each in a run of its own, which knows of nobody yet. */
const refused = async (declared: Declared, code: RegExp): Promise<string> =>
  expectRefusal(stage, await stage.run(), declared, code);

describe("a user, each mistake with one clear error and nothing written", () => {
  it("an invalid e-mail address", async () => {
    expect(await refused(people.max({ email: "max(at)users" }), /HC3001 `email` is "max\(at\)users"/)).toContain(
      "property email",
    );
  });

  it("a user name that is taken, with advice on adoption", async () => {
    const shown = await refused(people.max({ username: "erika" }), /HC4001 User "erika" exists already with id \d+/);
    expect(shown).toContain('adopt: "ifExists"');
  });

  it("a user name that a deleted user keeps", async () => {
    await people.remove(await people.user("gone"));
    const shown = await refused(people.max({ username: "gone" }), /HC3003 the user name "gone" belongs to user \d+/);
    expect(shown).toContain("Choose another user name");
  });

  it("another user's e-mail address, in whatever case", async () => {
    const shown = await refused(
      people.max({ email: "Erika@users.example" }),
      /HC3003 the e-mail address .* belongs to/,
    );
    expect(shown).toContain("(erika)");
  });

  it.each([
    ["eight characters of one class", "kkkkkkkk"],
    ["eight characters of two classes", "kkkk1111"],
  ])("a weak password: %s", async (_what, weak) => {
    await refused(people.max({ password: weak }), /HC3001 [^\n]*at least 8 characters, from 3 of/);
  });

  /** It is told twice: once that it is too short, once with the rule. */
  it("a weak password: seven characters of four classes", async () => {
    await refused(people.max({ password: "kK1-kK1" }), /HC3001 [^\n]*at least 8 characters, from 3 of/);
  });

  it("a role that does not exist, with those that do", async () => {
    const shown = await refused(people.max({ role: "emperor" }), /HC3003 there is no role "emperor"/);
    expect(shown).toContain("user, dataManager, themeManager, orgAdmin");
  });

  it("an organisation that does not exist", async () => {
    expect(await refused(people.max({ organisation: "4711" }), /HC3003 there is no organisation 4711/)).toContain(
      "property organisation",
    );
  });
});

describe("a role, each mistake with one clear error and nothing written", () => {
  it("of a user who does not exist", async () => {
    expect(await refused(people.assignment({ user: "4711" }), /HC3003 there is no user 4711/)).toContain("Invitation");
  });

  it("that does not exist", () => refused(people.assignment({ role: "emperor" }), /HC3003 there is no role "emperor"/));

  it("in an organisation that does not exist", () =>
    refused(people.assignment({ organisation: "4711" }), /HC3003 there is no organisation 4711/));

  it("of a member who does not exist, in the whole list", () =>
    refused(people.members([{ user: "4711", role: "user" }]), /HC3003 there is no user 4711/));

  it("for one member twice, in the whole list", () =>
    refused(
      people.members([
        { user: people.erika, role: "user" },
        { user: people.erika, role: "orgAdmin" },
      ]),
      /HC3003 user \d+ is named twice/,
    ));

  it("for somebody who is invited to an organisation that does not exist", () =>
    refused(
      {
        kind: "Invitation",
        values: { organisation: "4711", username: "erika", email: "erika@users.example", role: "user" },
      },
      /HC3003 there is no organisation 4711/,
    ));
});

describe("the engine shows once, before anything is written,", () => {
  let tenant: Tenant;
  let there: People;
  beforeAll(async () => {
    tenant = await Tenant.start(installedFolder(), program());
    there = await new People(tenant.outOfBand).make();
  });
  afterAll(() => tenant.stop());

  /** A line of a program. */
  const line = (name: string, { kind, values }: Declared) =>
    `new ${kind}(${JSON.stringify(name)}, ${JSON.stringify(values)});`;

  const shown = (lines: readonly string[], code: RegExp, command?: string): Promise<string> => {
    tenant.edit(program(...lines));
    return expectOneError(tenant, code, command === undefined ? {} : { command });
  };

  it("a mistake in a user, with its property", async () => {
    const text = await shown([line("max", there.max({ email: "max(at)users" }))], /HC3001 `email` is "max\(at\)users"/);
    expect(text).toContain("property email");
  });

  it("a mistake in a role", () =>
    shown([line("a", there.assignment({ role: "emperor" }))], /HC3003 there is no role "emperor"/));

  describe("that two resources decide the same role:", () => {
    const withPreview = "up --yes";

    it("two assignments of one user in one organisation, with different roles", async () => {
      const two = [line("one", there.assignment()), line("other", there.assignment({ role: "themeManager" }))];
      expect(await shown(two, /HC400[67] /, withPreview)).toMatch(/"one"[^]*"other"|"other"[^]*"one"/);
    });

    it("an assignment and the whole list of members", async () => {
      const members = there.members([{ user: there.erika, role: "user" }]);
      const both = [line("one", there.assignment()), line("all", members)];
      expect(await shown(both, /HC4007 Two resources decide the members of/, withPreview)).toMatch(
        /"one"[^]*"all"|"all"[^]*"one"/,
      );
    });

    it("an assignment in the home organisation of a user of the stack", async () => {
      const max = line("max", there.max());
      tenant.edit(program(max));
      await tenant.stack.up();
      try {
        const home = `const user = ${max}\nnew RoleAssignment("home", { user, organisation: "${there.county}", role: "user" });`;
        const text = await shown([home], /HC4007 Two resources decide the role of user/, withPreview);
        expect(text).toMatch(/"max"[^]*"home"|"home"[^]*"max"/);
      } finally {
        await tenant.stack.destroy();
      }
    });
  });
});
