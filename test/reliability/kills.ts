import { compare, inWords, organisationsOn } from "./comparison";
import { declaredOn } from "./killed-organisations";
import { destroy, up, type KilledTenant, type Victim } from "./killed-tenant";

/** What came of a number of kills. */
export interface Toll {
  kills: number;
  lost: number;
  doubled: number;
  /** Fields of organisations that have another value than the declared one. */
  different: number;
  /** Kills that hit Pulumi while it wrote beside its state; what it left empty had to be removed. */
  torn: number;
  /** Runs after a kill that did not end well, with what they said. */
  readonly failed: string[];
}

export const noKills = (): Toll => ({ kills: 0, lost: 0, doubled: 0, different: 0, torn: 0, failed: [] });

/** One way of being killed: which command, and what. */
export interface Way {
  readonly command: "up" | "destroy";
  readonly victim: Victim;
}

export const ways: readonly Way[] = [
  { command: "up", victim: "provider" },
  { command: "up", victim: "engine" },
  { command: "destroy", victim: "provider" },
  { command: "destroy", victim: "engine" },
];

/** The numbers of the requests that the command makes. */
export async function requestsOf(tenant: KilledTenant, command: Way["command"]): Promise<number> {
  await tenant.beginWith(command === "up" ? "empty" : "full");
  return tenant.requestsOf(command === "up" ? up : destroy);
}

/** Kills after the request of this number, runs `up`, and holds what the server has against the configuration, field by field. */
export async function killAndRecover(tenant: KilledTenant, { command, victim }: Way, number: number, toll: Toll) {
  await tenant.beginWith(command === "up" ? "empty" : "full");
  if ((await tenant.killAfter(number, victim, command === "up" ? up : destroy)) === "ended before") {
    return;
  }
  toll.kills += 1;
  const { code, output, wasStateTorn } = await tenant.recover(victim);
  toll.torn += wasStateTorn ? 1 : 0;
  const found = (await organisationsOn(tenant.outOfBand)).filter(({ id }) => id !== "1");
  const deviations = compare(declaredOn(found), found);
  toll.lost += deviations.lost.length;
  toll.doubled += deviations.doubled.length;
  toll.different += deviations.different.length;
  const wrong = [
    ...(code === 0 ? [] : [`the next up ended with ${code ?? "a signal"}`]),
    ...(inWords(deviations) === "" ? [] : [inWords(deviations)]),
  ];
  if (wrong.length > 0) {
    toll.failed.push(`${command}, ${victim} killed after request ${number}: ${wrong.join("; ")}\n${output}`);
  }
}

/** Kills before a creation; somebody else makes the object meanwhile. True when the next run leaves it alone and says so. */
export async function leavesSomebodyElsesAlone(tenant: KilledTenant, victim: Victim): Promise<boolean> {
  await tenant.beginWith("empty");
  if ((await tenant.killBefore("createSuborganisation", victim, up)) === "ended before") {
    return false;
  }
  const colleague = await colleagueOf(tenant);
  await colleague.send("POST", "/accounts/v1/organisations/1/suborganisations", { name: "Land", city: "Anderswo" });
  const { code, output } = await tenant.recover(victim);
  const { description, ...theirs } = (await tenant.outOfBand.organisation("Land")) as { description?: string };
  return code !== 0 && /HC400[13] /.test(output) && description === undefined && !("customFields" in theirs);
}

async function colleagueOf(tenant: KilledTenant) {
  const colleague = {
    username: "colleague",
    fullName: "Somebody Else",
    email: "colleague@example.org",
    organisation: "1",
    role: "orgAdmin",
    password: "Jemand-Anders-1",
  };
  const admin = tenant.outOfBand;
  await admin.send("POST", "/accounts/v1/users", colleague);
  return admin.as(colleague.username, colleague.password);
}
