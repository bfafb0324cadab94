import { tryEveryRow } from "../tried";

tryEveryRow("WorkflowRun");
