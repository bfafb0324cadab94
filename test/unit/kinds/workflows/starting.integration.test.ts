import { store, workflows } from "../../../../provider/contract";
import { startWhenFree } from "../../../../provider/kinds/workflows/starting";
import { Tenant } from "../../lifecycle/stack";

let tenant: Tenant;
beforeEach(async () => {
  tenant = await Tenant.start();
});
afterEach(() => tenant.stop());

describe("a job that the platform keeps refusing", () => {
  it("fails with an error that names what it is for, and with what the server says", async () => {
    const path = { ownerType: "org", ownerId: "1" } as const;
    const { bucket = "" } = await tenant.byHand.call(store.data.createBucketWithOwner, {
      path,
      body: { name: "Roads" },
    });
    const body = {
      type: "statusUpdate" as const,
      resourceType: "Bucket" as const,
      resource: `org.1.${bucket}`,
      reference: "taken",
    };
    await tenant.byHand.call(workflows.startJob, { body });
    const start = { body, subject: "dataset Roads", isOwn: () => false, isInTheWay: () => true };
    await expect(startWhenFree(tenant.byHand, start)).rejects.toThrow(
      /HC7005 The statusUpdate for dataset Roads cannot start[^]*with the reference "taken" already/,
    );
  });
});
