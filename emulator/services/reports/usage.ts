import { Readable } from "node:stream";
import { reports } from "../../../provider/contract";
import { csvText } from "../../../provider/formats/csv";
import { serviceUsage } from "../../world/service-usage";
import type { WorldView } from "../../world/world";
import { implement, implementList, pageableList, type OperationCall } from "../implement";
import { datasetOf, worksWith } from "../workflows/visible-dataset";
import { capacityIn, organisationsManagedBy } from "./capacity";
import { periodOf } from "./period";

const getServiceUsage = implementList(reports.getServiceUsage, (call) => {
  const { world, query, now } = call;
  const rows = usageIn(world, { ...query, ...periodOf(query, now()) });
  return pageableList(
    rows.filter((row) => {
      const dataset = datasetOf(world, row.dataset);
      return dataset !== undefined && worksWith(call, dataset);
    }),
    (row) => row,
  );
});

const getCapacityReport = implementList(reports.getCapacityReport, (call) =>
  pageableList(capacityOf(call), (row) => row),
);

const headings = ["organisation", "name", "from", "to", "datasets", "bytesBefore", "bytes", "usage", "points"] as const;

const getCapacityReportAsCsv = implement(reports.getCapacityReportAsCsv, (call) => {
  const rows = capacityOf(call).map((row) => headings.map((name) => row[name]));
  const text = Buffer.from(csvText(headings, rows));
  return { type: "text/csv", bytes: text.length, open: () => Readable.from([text]) };
});

export const ofUsage = [getServiceUsage, getCapacityReport, getCapacityReportAsCsv];

type CapacityCall =
  OperationCall<typeof reports.getCapacityReport> | OperationCall<typeof reports.getCapacityReportAsCsv>;

function capacityOf(call: CapacityCall): reports.CapacityOfPeriod[] {
  const period = periodOf(call.query, call.now());
  return organisationsManagedBy(call, call.query.organisation).map((it) => capacityIn(call.world, it, period));
}

/** By dataset and type of service, in order of both. What is gone has no name any more, and nobody sees it. */
function usageIn(world: WorldView, filter: Parameters<typeof serviceUsage>[1]): reports.ServiceUsage[] {
  const rows = new Map<string, reports.ServiceUsage>();
  for (const { dataset, type, operation, count } of serviceUsage(world, filter)) {
    const key = `${dataset} ${type}`;
    const name = datasetOf(world, dataset)?.name;
    const row = rows.get(key) ?? { dataset, ...(name === undefined ? {} : { name }), type, calls: 0, operations: {} };
    const operations = { ...row.operations, [operation]: (row.operations[operation] ?? 0) + count };
    rows.set(key, { ...row, calls: row.calls + count, operations });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
