import { accounts } from "../../../provider/contract";
import { kindCalled } from "../../../provider/drift/looking";
import { aimAt, type RepairWay } from "../../../provider/drift/repair/aim";
import { targetsOf } from "../../../provider/drift/repair/plan";
import { readState } from "../../../provider/drift/state";
import { withVerdict } from "../../../provider/drift/verdict";
import { exportOf, urnOf } from "./exported";
import { smallTenant } from "./small-tenant";
import { lookAt } from "./stack-state";

it("can be restored and not accepted, because no program declares a user without a role", async () => {
  const { tenant, stack } = await smallTenant();
  try {
    const path = { orgId: stack.idOf("state"), userId: stack.idOf("erika") };
    await tenant.byHand.call(accounts.removeMember, { path });
    const text = exportOf(stack);
    const report = withVerdict(await lookAt(tenant.emulator, text));
    const state = readState(text, "state", kindCalled);
    const aim = (way: RepairWay) => aimAt(way, { report, state, ignored: [], isNamed: true });
    expect(report.findings.map(({ name }) => name)).toContain("erika");
    expect(targetsOf(aim("restore"))).toContain(urnOf("User", "erika"));
    expect(targetsOf(aim("accept"))).toEqual([]);
    expect(aim("accept").leftAlone.map(({ why }) => why)).toContainEqual(
      expect.stringMatching(/^No program can declare what is there \(`organisation` is missing/),
    );
  } finally {
    await tenant.stop();
  }
});
