import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
});
afterAll(() => tenant.stop());

const declare = (kind: string, name: string, values: object) =>
  `new ${kind}(${JSON.stringify(name)}, ${JSON.stringify(values)});`;
const kim = (values: object) =>
  declare("User", "kim", {
    username: "kim",
    fullName: "Kim",
    email: "kim@users.example",
    organisation: "1",
    role: "user",
    ...values,
  });

/** The engine checks what it replaces a second time, as if there were nothing yet. It counts the stack as a resource. */
it("a user is renamed with the same e-mail address under the real engine", async () => {
  tenant.edit(program(kim({})));
  expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 2 });
  tenant.edit(program(kim({ username: "kim.muster" })));
  const { code, output } = await tenant.pulumi(["up", "--yes", "--non-interactive"]);
  expect(output).toMatch(/The user name "kim" stays taken for ever/);
  expect(code).toBe(0);
  const users = (await tenant.outOfBand.send("GET", "/accounts/v1/users?deleted=true")) as {
    username: string;
    status: string;
  }[];
  expect(users.map(({ username, status }) => `${username} ${status}`)).toEqual(
    expect.arrayContaining(["kim deleted", "kim.muster notActivated"]),
  );
  expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 2 });
});
