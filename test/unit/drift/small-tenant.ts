import { accounts, store } from "../../../provider/contract";
import { Stack, Tenant } from "../lifecycle/stack";

/** What the stack of a small tenant declares. */
export const declared: Parameters<Stack["up"]>[0] = [
  {
    kind: "Organisation",
    name: "state",
    values: () => ({ name: "Land Beispiel", parent: "1", description: "Land" }),
  },
  {
    kind: "User",
    name: "erika",
    values: (idOf) => ({
      username: "erika",
      fullName: "Erika Muster",
      email: "erika@users.example",
      organisation: idOf("state"),
      role: "themeManager",
      password: "Geheim-12345",
    }),
  },
  {
    kind: "Bucket",
    name: "roads",
    values: (idOf) => ({
      organisation: idOf("state"),
      name: "Roads",
      files: [{ name: "a.txt", content: "a" }],
      public: false,
    }),
  },
];

/** A tenant with one organisation, one user and one bucket that a stack declares. */
export async function smallTenant(): Promise<{ readonly tenant: Tenant; readonly stack: Stack }> {
  jest.spyOn(console, "warn").mockReturnValue();
  const tenant = await Tenant.start();
  const stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
  await stack.up(declared);
  return { tenant, stack };
}

/** What somebody does on the platform, without Pulumi. */
export class Somebody {
  constructor(
    readonly tenant: Tenant,
    readonly stack: Stack,
  ) {}

  async describes(description: string): Promise<void> {
    const path = { orgId: this.stack.idOf("state") };
    await this.tenant.byHand.call(accounts.updateOrganisation, { path, body: { description } });
  }

  async givesRole(role: string): Promise<void> {
    const path = { orgId: this.stack.idOf("state"), userId: this.stack.idOf("erika") };
    await this.tenant.byHand.call(accounts.assignRole, { path, body: { role } });
  }

  async addsMember(username: string, role: string): Promise<string> {
    const user = await this.tenant.user(username, await this.tenant.organisation(`Home of ${username}`), "user");
    const path = { orgId: this.stack.idOf("state") };
    await this.tenant.byHand.call(accounts.addMember, { path, body: { user, role } });
    return user;
  }

  async makesOrganisation(name: string): Promise<string> {
    const path = { orgId: this.stack.idOf("state") };
    return (await this.tenant.byHand.call(accounts.createSuborganisation, { path, body: { name } })).id;
  }

  async deletesBucket(): Promise<void> {
    await this.tenant.byHand.call(store.data.deleteBucket, { path: this.bucket });
  }

  get bucket() {
    const [, combined = ""] = this.stack.idOf("roads").split("/");
    const [, ownerId = "", bucketId = ""] = combined.split(".");
    return { ownerType: "org", ownerId, bucketId } as const;
  }
}
