import type { components, paths } from './schema';

/** A shape of the server's description by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** The addresses that answer this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type OperationOf<P extends PathOf<M>, M extends Method> = P extends keyof paths ? paths[P][M & keyof paths[P]] : never;

/** Required where something in it is, else optional. */
type Given<Name extends string, Part> = object extends Part ? { [N in Name]?: Part } : { [N in Name]: Part };

/** Empty values are left out of the address. */
type Query<Part> = { [N in keyof Part]: undefined extends Part[N] ? Part[N] | null : Part[N] };

type PathPart<O> = O extends { parameters: { path: infer Part } } ? { path: Part } : { path?: never };

type QueryPart<O> = O extends { parameters: { query?: infer Part } }
  ? [Part] extends [never | undefined]
    ? { query?: never }
    : Given<'query', Query<NonNullable<Part>>>
  : { query?: never };

type ContentPart<Content> = Content extends { 'multipart/form-data': infer Fields }
  ? { form: { [Name in keyof Fields]: Fields[Name] | Blob }; body?: never }
  : Content extends { 'application/json': infer Body }
    ? { body: Body; form?: never }
    : { body?: never; form?: never };

type BodyPart<O> = O extends { requestBody: { content: infer Content } }
  ? ContentPart<Content>
  : O extends { requestBody?: infer Body extends { content: unknown } }
    ? Partial<ContentPart<Body['content']>>
    : { body?: never; form?: never };

type Options<O> = O extends unknown
  ? PathPart<O> & QueryPart<O> & BodyPart<O> & { key?: string; signal?: AbortSignal }
  : never;

/** What must, and what may, be said with a call. */
export type ArgumentsOf<P extends PathOf<M>, M extends Method> =
  object extends Options<OperationOf<P, M>>
    ? [options?: Options<OperationOf<P, M>>]
    : [options: Options<OperationOf<P, M>>];

type Content<Response> = Response extends { content: { 'application/json': infer Answer } } ? Answer : undefined;

type Success<Responses> = {
  [Status in keyof Responses & (200 | 201 | 202 | 204)]: Content<Responses[Status]>;
}[keyof Responses & (200 | 201 | 202 | 204)];

/** What the server answers when it does not refuse. */
export type AnswerOf<P extends PathOf<M>, M extends Method> =
  OperationOf<P, M> extends { responses: infer Responses } ? Success<Responses> : never;
