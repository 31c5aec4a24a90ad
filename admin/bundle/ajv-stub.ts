/**
 * Stands where Decap has AJV, which builds functions from text and therefore needs
 * `unsafe-eval`. The configuration is generated, and a unit test runs Decap's real check.
 */
export default class Ajv {
  errors = null;

  validate(): boolean {
    return true;
  }
}
