import { tryEveryRow } from "../tried";

tryEveryRow("SchemaProfile");
