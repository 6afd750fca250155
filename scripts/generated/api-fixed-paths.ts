import { z } from "zod";
import { ClaimFileQuery } from "../../src/claims/index.ts";
import { FileResource } from "../../src/evidence/index.ts";
import { StatementFileQuery } from "../../src/funds/index.ts";
import { PlanFileQuery } from "../../src/plans/index.ts";
import { FindingWire } from "../../src/platform/http/index.ts";
import { ownAccountPaths } from "./own-account-paths.ts";

type Json = Record<string, unknown>;

/** An error on the wire (RFC 9457). */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe("Stable; match on it, never on the words"),
    detail: z.string().describe("What to do, in words"),
    findings: z.array(FindingWire).optional(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

const Demo = z
  .object({ accounts: z.array(z.object({ email: z.string(), who: z.string() })), password: z.string() })
  .meta({ id: "Demo" });
const SignIn = z
  .strictObject({ email: z.string(), password: z.string(), rememberMe: z.boolean().optional() })
  .meta({ id: "SignIn" });
const text = { type: "string" };

type SchemaOf = (schema: z.ZodType, direction: "input" | "output") => Json;

/** Paths that are no JSON declarations: streams, sign-in, the demo. */
export function fixedPaths(schemaOf: SchemaOf): Record<string, Json> {
  const problem = { content: { "application/problem+json": { schema: schemaOf(Problem, "output") } } };
  const unknown = { 404: { description: "Unknown, or outside the scope of the actor", ...problem } };
  return {
    ...filePaths(schemaOf, problem, unknown),
    ...receiptPath(problem, unknown),
    ...listFilePath(schemaOf, problem, "claims", ClaimFileQuery.shape),
    ...listFilePath(schemaOf, problem, "plans", PlanFileQuery.shape),
    ...statementPath(schemaOf, problem, unknown),
    ...accountPaths(schemaOf, problem, unknown),
    ...ownAccountPaths(schemaOf, problem, unknown),
  };
}

function filePaths(schemaOf: SchemaOf, problem: Json, unknown: Json): Record<string, Json> {
  const file = {
    description: "The file",
    content: { "application/json": { schema: schemaOf(FileResource, "output") } },
  };
  const fileId = { name: "id", in: "path", required: true, schema: text };
  const key = { name: "Idempotency-Key", in: "header", required: false, schema: { ...text, format: "uuid" } };
  return {
    "/api/v1/files": {
      post: {
        operationId: "postFiles",
        tags: ["files"],
        summary: "Uploads a file as a stream; its type is decided by its content",
        parameters: [key],
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: { type: "object", properties: { file: { ...text, format: "binary" } }, required: ["file"] },
            },
          },
        },
        responses: {
          201: file,
          413: { description: "Larger than the limit", ...problem },
          422: { description: "Empty, of a type that is not allowed, or not what it says", ...problem },
        },
      },
    },
    "/api/v1/files/{id}": {
      get: {
        operationId: "getFilesById",
        tags: ["files"],
        summary: "Facts about a file",
        parameters: [fileId],
        responses: { 200: file, ...unknown },
      },
    },
    "/api/v1/files/{id}/content": {
      get: {
        operationId: "getFilesByIdContent",
        tags: ["files"],
        summary: "The bytes of a file; answers range requests",
        parameters: [fileId, { name: "Range", in: "header", required: false, schema: text }],
        responses: {
          200: {
            description: "All of it",
            content: { "application/octet-stream": { schema: { ...text, format: "binary" } } },
          },
          206: { description: "The range that was asked for" },
          416: { description: "There is no such range" },
          ...unknown,
        },
      },
    },
  };
}

function receiptPath(problem: Json, unknown: Json): Record<string, Json> {
  return {
    "/api/v1/claims/{id}/receipt": {
      get: {
        operationId: "getClaimsByIdReceipt",
        tags: ["claims"],
        summary: "The receipt of the claim's last submission, as a PDF",
        parameters: [{ name: "id", in: "path", required: true, schema: text }],
        responses: {
          200: {
            description: "The receipt",
            content: { "application/pdf": { schema: { ...text, format: "binary" } } },
          },
          409: { description: "The claim was never submitted", ...problem },
          ...unknown,
        },
      },
    },
  };
}

const filtersOf = (schemaOf: SchemaOf, shape: Record<string, z.ZodType>) =>
  Object.entries(shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: schemaOf(schema, "input"),
  }));

function listFilePath(
  schemaOf: SchemaOf,
  problem: Json,
  list: "claims" | "plans",
  filters: Record<string, z.ZodType>,
): Record<string, Json> {
  return {
    [`/api/v1/${list}.csv`]: {
      get: {
        operationId: list === "claims" ? "getClaimsCsv" : "getPlansCsv",
        tags: [list],
        summary: `The ${list} in sight as a CSV file, written while it is read`,
        parameters: filtersOf(schemaOf, filters),
        responses: {
          200: { description: "The file, UTF-8 with a byte order mark", content: { "text/csv": { schema: text } } },
          422: { description: "A filter that is none", ...problem },
        },
      },
    },
  };
}

function statementPath(schemaOf: SchemaOf, problem: Json, unknown: Json): Record<string, Json> {
  const filters = filtersOf(schemaOf, StatementFileQuery.shape);
  return {
    "/api/v1/funds/{id}/statement.csv": {
      get: {
        operationId: "getFundsByIdStatementCsv",
        tags: ["funds"],
        summary: "The statement of a fund as a CSV file, written while it is read",
        parameters: [{ name: "id", in: "path", required: true, schema: text }, ...filters],
        responses: {
          200: { description: "The file, UTF-8 with a byte order mark", content: { "text/csv": { schema: text } } },
          422: { description: "A filter that is none", ...problem },
          ...unknown,
        },
      },
    },
  };
}

function accountPaths(schemaOf: SchemaOf, problem: Json, unknown: Json): Record<string, Json> {
  return {
    "/api/v1/demo": {
      get: {
        operationId: "getDemo",
        tags: ["me"],
        summary: "Accounts of the demo; only in demo mode",
        security: [],
        responses: {
          200: { description: "The accounts", content: { "application/json": { schema: schemaOf(Demo, "output") } } },
          ...unknown,
        },
      },
    },
    "/api/auth/sign-in/email": {
      post: {
        operationId: "signIn",
        tags: ["me"],
        summary: "Signs in; sets the session cookie",
        security: [],
        requestBody: { required: true, content: { "application/json": { schema: schemaOf(SignIn, "input") } } },
        responses: {
          200: { description: "Signed in" },
          401: { description: "Unknown e-mail or wrong password", ...problem },
          429: { description: "Too many failed attempts", ...problem },
        },
      },
    },
    "/api/auth/sign-out": {
      post: {
        operationId: "signOut",
        tags: ["me"],
        summary: "Ends the session",
        responses: { 200: { description: "Signed out" } },
      },
    },
  };
}
