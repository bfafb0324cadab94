import type { Values } from "../../../provider/kinds";
import type { SingleResource } from "../../support/single-resource";
import { Tenant } from "./tenant";

let tenant: Tenant;
let county: string;
let warnings: string[];
beforeAll(async () => {
  tenant = await Tenant.start();
  county = await tenant.organisation("county");
});
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => tenant.stop());

const person = (name: string, values: Values = {}): Values => ({
  username: name,
  fullName: "Kim",
  email: `${name}@users.example`,
  screenName: `${name} shown`,
  organisation: county,
  role: "user",
  ...values,
});

async function made(declared: Values): Promise<SingleResource> {
  const user = tenant.resource(declared["username"] as string, "User");
  await user.up(tenant.run(), declared);
  return user;
}

describe("a new user name", () => {
  it("replaces the user, who keeps the e-mail address and the screen name", async () => {
    const user = await made(person("kim"));
    const renamed = person("kim", { username: "kim.muster" });
    expect(await user.preview(tenant.run(), renamed)).toBe("replaced");
    expect(warnings.join()).toMatch(/Replacing User deletes[^]*The user name "kim" stays taken for ever/);
    expect(await user.up(tenant.run(), renamed)).toBe("replaced");
    expect(await user.up(tenant.run(), renamed)).toBe("same");
  });

  it("does not free somebody else's address", async () => {
    await made(person("lee"));
    const user = await made(person("max"));
    const renamed = person("max", { username: "max.muster", email: "lee@users.example" });
    await expect(user.up(tenant.run(), renamed)).rejects.toThrow(
      /the e-mail address "lee@users.example" belongs to user/,
    );
  });

  it.each(["deactivate", "retain"])("is refused while the former user keeps the address: %s", async (onDestroy) => {
    const user = await made(person(`ann.${onDestroy}`, { onDestroy }));
    const renamed = person(`ann.${onDestroy}`, { username: `${onDestroy}.muster`, onDestroy });
    await expect(user.preview(tenant.run(), renamed)).rejects.toThrow(
      /HC3003[^]*user who is replaced\. That user stays/,
    );
    expect(warnings).toEqual([]);

    const other = { ...renamed, email: `${onDestroy}.new@users.example`, screenName: `${onDestroy} new` };
    expect(await user.up(tenant.run(), other)).toBe("replaced");
    expect(warnings).toEqual(onDestroy === "retain" ? [expect.stringMatching(/^User \d+ stays on the server/)] : []);
  });
});

describe("a new e-mail address of an invited user", () => {
  it("leaves the invitation and its role as they are", async () => {
    const town = await tenant.organisation("town");
    const user = await made(person("eva"));
    const invitation = tenant.resource("invitation", "Invitation");
    const invited = { username: "eva", email: "eva@users.example", organisation: town, role: "dataManager" };
    await invitation.up(tenant.run(), invited);
    await user.up(tenant.run(), person("eva", { email: "eva.muster@users.example" }));

    const moved = { ...invited, email: "eva.muster@users.example" };
    const before = await tenant.members(town);
    expect(await invitation.up(tenant.run(), moved)).toBe("updated");
    expect(await tenant.members(town)).toEqual(before);
    expect(await invitation.refresh(tenant.run())).toBe("same");
    expect(await invitation.up(tenant.run(), moved)).toBe("same");
  });
});
