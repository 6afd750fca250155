import { z } from "zod";
import { API_BASE, type RouteDeclaration } from "../../src/platform/http/index.ts";
import { fixedPaths, Problem } from "./api-fixed-paths.ts";

type Json = Record<string, unknown>;
type Direction = "input" | "output";

const PROBLEMS: Readonly<Record<string, string>> = {
  401: "Not signed in",
  403: "Known, but not allowed; the reason is in `code`",
  404: "Unknown, or outside the scope of the actor",
  409: "Not possible in the present state",
  412: "Changed since it was read",
  422: "Fields or rules refuse; see `errors` and `findings`",
};

/** Makes the OpenAPI 3.1 document of the declared routes. Deterministic: the same routes give the same bytes. */
export function apiDocument(routes: readonly RouteDeclaration[], version: string): Json {
  const components: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  for (const declared of routes) {
    const path = API_BASE + declared.url.replaceAll(/:(\w+)/g, "{$1}");
    const operations = (paths[path] ??= {});
    operations[declared.method.toLowerCase()] = operation(declared, components);
  }
  const fixed = fixedPaths((schema, direction) => schemaOf(schema, direction, components));
  return {
    openapi: "3.1.0",
    info: {
      title: "Fundproof",
      version,
      description:
        "Channel incentives: programs, funds, claims, proof of execution, decisions. Errors are problem details (RFC 9457).",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }],
    paths: sorted({ ...fixed, ...paths }),
    components: {
      schemas: sorted(components),
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "fundproof.session_token" } },
    },
  };
}

function operation(declared: RouteDeclaration, components: Record<string, Json>): Json {
  const parameters = [
    ...parametersOf(declared.params, "path", components),
    ...parametersOf(declared.query, "query", components),
    ...headersOf(declared.method),
  ];
  const success =
    declared.status === 204
      ? { description: "Done" }
      : {
          description: "Answer",
          content: { "application/json": { schema: schemaOf(declared.response, "output", components) } },
        };
  const problem = schemaOf(Problem, "output", components);
  const responses: Json = { [String(declared.status)]: success };
  for (const [status, description] of Object.entries(PROBLEMS)) {
    responses[status] = { description, content: { "application/problem+json": { schema: problem } } };
  }
  return {
    operationId: operationId(declared),
    tags: [declared.tag],
    summary: declared.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(declared.body
      ? { requestBody: { required: true, content: bodyContent(declared, declared.body, components) } }
      : {}),
    responses,
  };
}

/** The body in each content type that the route takes. */
function bodyContent({ reads }: RouteDeclaration, body: z.ZodType, components: Record<string, Json>): Json {
  const content = { schema: schemaOf(body, "input", components) };
  return Object.fromEntries((reads?.types ?? ["application/json"]).map((type) => [type, content]));
}

/** `getClaimsById`, `postClaimsByIdSubmission`: one name for one operation. */
function operationId({ method, url }: RouteDeclaration): string {
  const parts = url
    .split("/")
    .filter(Boolean)
    .map((part) => (part.startsWith(":") ? `By-${part.slice(1)}` : part));
  const words = parts.flatMap((part) => part.split(/[-.]/));
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function parametersOf(
  schema: z.ZodType | undefined,
  where: "path" | "query",
  components: Record<string, Json>,
): Json[] {
  if (!schema) return [];
  const object = schemaOf(schema, "input", components) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(object.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    const required = where === "path" || (object.required ?? []).includes(name);
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: rest };
  });
}

function headersOf(method: string): Json[] {
  const ifMatch = {
    name: "If-Match",
    in: "header",
    schema: { type: "string" },
    description: "ETag that was seen, or *",
  };
  if (method === "PATCH" || method === "PUT") return [{ ...ifMatch, required: true }];
  if (method === "GET") return [];
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    schema: { type: "string", format: "uuid" },
    description: "A repeated request with the same key gets the stored answer",
  };
  return method === "POST" ? [key, { ...ifMatch, required: false }] : [{ ...ifMatch, required: false }];
}

/** The JSON Schema of a Zod schema; named parts go to the components and are referred to. */
function schemaOf(schema: z.ZodType, direction: Direction, components: Record<string, Json>): Json {
  const made = z.toJSONSchema(schema, { io: direction, unrepresentable: "any", target: "draft-2020-12" }) as Json;
  const { $schema: _, $defs: definitions, ...root } = made;
  for (const [name, definition] of Object.entries((definitions ?? {}) as Record<string, Json>))
    components[name] = tidy(definition);
  const id = root["id"];
  if (typeof id !== "string") return tidy(root);
  components[id] = tidy(root);
  return { $ref: `#/components/schemas/${id}` };
}

/** References point at the components; names stand in the key, not in the schema; no endless regular expressions. */
function tidy(value: unknown): Json {
  return walk(value) as Json;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (key === "$ref" && typeof item === "string") return [[key, item.replace("#/$defs/", "#/components/schemas/")]];
    if (key === "id" && typeof item === "string") return [];
    if (key === "pattern" && typeof item === "string" && item.length > 120) return [];
    return [[key, walk(item)]];
  });
  return Object.fromEntries(entries);
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
