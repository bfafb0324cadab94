import { accounts } from "../../../../provider/contract";
import { Fault, FaultPlan } from "../../../../emulator/server/fault-plan";

const { login, getOrganisation, getOrganisations } = accounts;

function planned(...faults: Partial<Fault>[]): FaultPlan {
  const plan = new FaultPlan();
  for (const fault of faults) {
    plan.arm(Fault.parse({ operation: "*", fault: "500", ...fault }));
  }
  return plan;
}

const taken = (plan: FaultPlan, calls: number) =>
  Array.from({ length: calls }, () => plan.take(getOrganisation)?.fault);

describe("the plan of faults", () => {
  it("is empty at first", () => {
    expect(taken(new FaultPlan(), 2)).toEqual([undefined, undefined]);
  });

  it("hits one call by default, and is then used up", () => {
    const plan = planned({});
    expect(taken(plan, 2)).toEqual(["500", undefined]);
    expect(plan.list()).toEqual([]);
  });

  it("lets calls through first, then hits as many as were asked for", () => {
    expect(taken(planned({ after: 2, times: 2 }), 5)).toEqual([undefined, undefined, "500", "500", undefined]);
  });

  it("hits the named operation only, and counts its calls only", () => {
    const plan = planned({ operation: "getOrganisation", after: 1 });
    plan.take(getOrganisations);
    plan.take(getOrganisations);
    expect(taken(plan, 2)).toEqual([undefined, "500"]);
  });

  it("uses its faults in the order in which they were armed, one for each call", () => {
    expect(taken(planned({ fault: "429" }, { fault: "reset-after" }), 3)).toEqual(["429", "reset-after", undefined]);
  });

  it("counts for a later fault only the calls that earlier ones did not hit", () => {
    expect(taken(planned({ fault: "429" }, { fault: "502", after: 1 }), 4)).toEqual([
      "429",
      undefined,
      "502",
      undefined,
    ]);
  });

  it("lets a token expire only for calls that need one", () => {
    const plan = planned({ fault: "expired-token" });
    expect(plan.take(login)).toBeUndefined();
    expect(plan.take(getOrganisation)?.fault).toBe("expired-token");
  });
});
