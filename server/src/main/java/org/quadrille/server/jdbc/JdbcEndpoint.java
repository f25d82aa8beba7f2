package org.quadrille.server.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.avatica.metrics.noop.NoopMetricsSystem;
import org.apache.calcite.avatica.remote.Handler.HandlerResponse;
import org.apache.calcite.avatica.remote.JsonHandler;
import org.apache.calcite.avatica.remote.LocalService;
import org.apache.calcite.avatica.remote.ProtobufHandler;
import org.apache.calcite.avatica.remote.ProtobufTranslationImpl;
import org.apache.calcite.avatica.remote.Service;
import org.quadrille.server.http.Endpoint;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.server.http.Problems;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningSql;

/** Takes the messages of Avatica's remote driver, in JSON or protobuf, whichever they are in. */
public final class JdbcEndpoint implements Endpoint {
  private final SqlMeta meta;
  private final JsonHandler json;
  private final ProtobufHandler protobuf;

  /**
   * For the catalogs of the queries.
   *
   * @param running where the queries of named connections can be cancelled
   */
  public JdbcEndpoint(Queries queries, Problems problems, RunningSql running) {
    this.meta = new SqlMeta(queries, problems, running);
    Service.RpcMetadataResponse server = new Service.RpcMetadataResponse("quadrille");
    LocalService service = new LocalService(meta);
    service.setRpcMetadata(server);
    this.json = new JsonHandler(service, NoopMetricsSystem.getInstance());
    this.protobuf =
        new ProtobufHandler(
            service, new ProtobufTranslationImpl(), NoopMetricsSystem.getInstance());
    json.setRpcMetadata(server);
    protobuf.setRpcMetadata(server);
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    byte[] body = exchange.body();
    if (body.length == 0) {
      throw HttpProblem.badRequest(
          "this address is for Avatica's driver: jdbc:avatica:remote:url=http://HOST:PORT/jdbc");
    }
    exchange.setHeader("Cache-Control", "no-store");
    Map<String, String> parameters = new HashMap<>();
    exchange.parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    if (body[0] == '{') {
      String message = new String(body, StandardCharsets.UTF_8);
      HandlerResponse<String> answer = meta.at(parameters, () -> json.apply(message));
      exchange.send(
          answer.getStatusCode(),
          "application/json;charset=utf-8",
          answer.getResponse().getBytes(StandardCharsets.UTF_8));
    } else {
      HandlerResponse<byte[]> answer = meta.at(parameters, () -> protobuf.apply(body));
      exchange.send(answer.getStatusCode(), "application/x-google-protobuf", answer.getResponse());
    }
  }
}
