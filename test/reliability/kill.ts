import fs from "node:fs";
import { parseArgs } from "node:util";
import { ensureEngine } from "../../provider/engine";
import { installPackage, versionOf } from "../e2e/support/installed-package";
import { organisations } from "./killed-organisations";
import { KilledTenant, type Victim } from "./killed-tenant";
import { killAndRecover, leavesSomebodyElsesAlone, noKills, requestsOf, ways, type Toll, type Way } from "./kills";
import { writeSection } from "./page";
import { progress } from "./progress";

const { values } = parseArgs({ options: { every: { type: "string", default: "1" } } });
const every = Number(values.every);

const victims = ["provider", "engine"] satisfies Victim[];

/** Kills after every single request (or every nth, with --every n), and writes the counts into docs/reliability.md. */
async function main(): Promise<void> {
  const engine = await ensureEngine({});
  process.env["PATH"] = `${engine.directory}:${process.env["PATH"] ?? ""}`;
  const { folder } = await installPackage(versionOf("@pulumi/pulumi"));
  const tenants = [KilledTenant.create(folder), KilledTenant.create(folder)] as const;
  const tell = progress();
  const rows: [Way, Toll, number][] = [];
  let strangers = 0;
  try {
    await Promise.all(tenants.map((tenant) => tenant.prepare()));
    for (const way of ways) {
      const requests = await requestsOf(tenants[0], way.command);
      const toll = noKills();
      const numbers = Array.from({ length: requests }, (_, index) => index + 1).filter((it) => it % every === 0);
      const left = [...numbers];
      const work = async (tenant: KilledTenant): Promise<void> => {
        for (let number = left.shift(); number !== undefined; number = left.shift()) {
          await killAndRecover(tenant, way, number, toll);
          tell(`${way.command}, ${way.victim}: ${numbers.length - left.length} of ${numbers.length} kills`);
        }
      };
      await Promise.all(tenants.map(work));
      rows.push([way, toll, requests]);
    }
    for (const victim of victims) {
      strangers += (await leavesSomebodyElsesAlone(tenants[0], victim)) ? 0 : 1;
    }
  } finally {
    await Promise.all(tenants.map((tenant) => tenant.stop()));
    fs.rmSync(folder, { recursive: true, force: true });
  }
  await report(rows, strangers);
}

async function report(rows: readonly [Way, Toll, number][], strangers: number): Promise<void> {
  const total = (count: (toll: Toll) => number): number => rows.reduce((sum, [, toll]) => sum + count(toll), 0);
  const sum = [
    `${organisations.length} organisations, ${total((it) => it.kills)} kills: ${total((it) => it.lost)} lost`,
    `${total((it) => it.doubled)} doubled`,
    `${total((it) => it.different)} fields with another value`,
    `${total((it) => it.failed.length)} runs that failed`,
  ].join(", ");
  const table = [
    "| command | killed | requests | kills | lost | doubled | fields with another value | state torn |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(
      ([{ command, victim }, { kills, lost, doubled, different, torn }, requests]) =>
        `| \`${command}\` | ${victim} | ${requests} | ${kills} | ${lost} | ${doubled} | ${different} | ${torn} |`,
    ),
  ].join("\n");
  const others = `What somebody else made between a kill and the next run was adopted in ${strangers} of ${victims.length} cases.`;
  const failed = rows.flatMap(([, toll]) => toll.failed);
  failed.forEach((text) => console.error(text));
  if (every === 1) {
    await writeSection("kills", `${sum}.\n\n${table}\n\n${others}`);
  }
  console.log(sum);
  console.log(others);
  process.exitCode = failed.length + strangers > 0 ? 1 : 0;
}

void main();
