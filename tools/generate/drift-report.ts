import { z } from "zod";
import { reportModel } from "../../provider/drift/model";

/** The form of `haleconnect drift --format json`, for programs that read it. */
export function driftReportSchema(): string {
  return JSON.stringify({
    title: "Report of haleconnect drift",
    ...z.toJSONSchema(reportModel, { target: "draft-7" }),
  });
}
