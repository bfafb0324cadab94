import type { DriftReport } from "../model";
import { isWhole } from "../verdict";

/** The metric that stays from the last complete look while a look is incomplete or partial. */
export const lastComplete = "haleconnect_drift_last_complete_look_timestamp_seconds";

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];
}

/** For the textfile collector of Prometheus. An alert goes by the age of the last complete look as well. */
export function inPrometheus(report: DriftReport): string {
  const { findings, lookedAt, coverage, ignored, partial } = report;
  const looked = Date.parse(lookedAt) / 1000;
  const counts = new Map<string, number>();
  findings.forEach(({ kind, type }) => {
    const key = JSON.stringify({ kind, type });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const metrics: readonly Metric[] = [
    {
      name: "haleconnect_drift_findings",
      help: "Findings of the last check, by kind and type.",
      samples: [...counts].map(([key, value]) => [JSON.parse(key) as Record<string, string>, value]),
    },
    {
      name: "haleconnect_drift_findings_total",
      help: "All findings of the last check.",
      samples: [[{}, findings.length]],
    },
    {
      name: "haleconnect_drift_ignored_findings",
      help: "Findings of the last check that the rules ignored.",
      samples: [[{}, ignored.reduce((sum, rule) => sum + rule.findings, 0)]],
    },
    {
      name: "haleconnect_drift_complete",
      help: "1 if the check was of the whole stack, and everything could be checked.",
      samples: [[{}, isWhole(report) ? 1 : 0]],
    },
    {
      name: "haleconnect_drift_partial",
      help: "1 if the check was of a part of the stack. Its findings are those of this part.",
      samples: [[{}, partial === undefined ? 0 : 1]],
    },
    {
      name: "haleconnect_drift_declared_objects",
      help: "Objects that a resource declares, by kind.",
      samples: (coverage?.kinds ?? []).map(({ kind, managed }) => [{ kind }, managed]),
    },
    {
      name: "haleconnect_drift_objects",
      help: "Objects in the organisations of the stack, by kind.",
      samples: (coverage?.kinds ?? []).map(({ kind, all }) => [{ kind }, all]),
    },
    {
      name: "haleconnect_drift_last_look_timestamp_seconds",
      help: "When the last check began.",
      samples: [[{}, looked]],
    },
    { name: lastComplete, help: "When the last complete check began.", samples: isWhole(report) ? [[{}, looked]] : [] },
  ];
  return metrics.flatMap((metric) => linesOf(metric, report)).join("\n");
}

function linesOf({ name, help, samples }: Metric, { project, stack }: DriftReport): readonly string[] {
  const own = { ...(project === undefined ? {} : { project }), ...(stack === undefined ? {} : { stack }) };
  return samples.length === 0
    ? []
    : [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} gauge`,
        ...samples.map(([labels, value]) => `${name}${labelsOf({ ...own, ...labels })} ${value}`),
      ];
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const told = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n")}"`,
  );
  return told.length === 0 ? "" : `{${told.join(",")}}`;
}
