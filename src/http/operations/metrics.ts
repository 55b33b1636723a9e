import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AnswerStatus } from '../../answering/answer.ts';
import type { ModelCall } from '../../model/model-call.ts';
import type { RequestRecord } from '../request-log.ts';

/** What Prometheus scrapes. Paths are the routes' patterns, so that no address of a reader becomes a label. */
export interface Metrics {
  request(record: RequestRecord): void;
  answer(status: AnswerStatus, ms: number): void;
  modelCall(call: ModelCall): void;
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Counters and histograms of this process, beside its own vital signs. */
export function prometheusMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until the response is ready.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers: [registry],
  });
  const answers = new Counter({
    name: 'answers_total',
    help: 'Finished answers by the way they ended.',
    labelNames: ['status'],
    registers: [registry],
  });
  const answering = new Histogram({
    name: 'answer_duration_seconds',
    help: 'Time from a question to its whole answer.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30],
    registers: [registry],
  });
  const purpose = ['model', 'purpose'];
  const modelCalls = new Histogram({
    name: 'model_call_duration_seconds',
    help: 'Time of a call to a language model, by the way it ended.',
    labelNames: [...purpose, 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const modelTokens = new Counter({
    name: 'model_tokens_total',
    help: 'Tokens as the provider counts them.',
    labelNames: [...purpose, 'direction'],
    registers: [registry],
  });
  const modelCost = new Counter({
    name: 'model_cost_total',
    help: 'Cost at the configured prices, in their currency.',
    labelNames: purpose,
    registers: [registry],
  });
  return {
    request: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    answer: (status, ms) => {
      answers.inc({ status });
      answering.observe(ms / 1000);
    },
    modelCall: ({ model, purpose, outcome, ms, inputTokens, outputTokens, cost }) => {
      modelCalls.observe({ model, purpose, outcome }, ms / 1000);
      modelTokens.inc({ model, purpose, direction: 'input' }, inputTokens);
      modelTokens.inc({ model, purpose, direction: 'output' }, outputTokens);
      if (cost !== null) modelCost.inc({ model, purpose }, cost);
    },
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
