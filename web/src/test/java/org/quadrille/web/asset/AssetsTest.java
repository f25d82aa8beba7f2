package org.quadrille.web.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;

final class AssetsTest {
  private final Assets assets = new Assets();

  private PageResponse get(String path, Map<String, String> headers) {
    return assets.serve(new PageRequest("GET", path, Map.of(), headers, Map.of(), null));
  }

  @Test
  void servesTheContentUnderItsHashForEver() {
    PageResponse response = get(assets.path("favicon.svg"), Map.of());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).startsWith("<svg");
    assertThat(response.headers().get("Cache-Control")).contains("immutable");
  }

  @Test
  void servesAnOldHashWithoutKeepingIt() {
    PageResponse response = get("/static/0123/favicon.svg", Map.of());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("Cache-Control", "no-cache");
  }

  @Test
  void compressesForThoseWhoAskForIt() throws IOException {
    String path = assets.path("echarts.min.js");
    PageResponse plain = get(path, Map.of());
    PageResponse packed = get(path, Map.of("accept-encoding", "br, gzip"));
    assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length / 2);
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertThat(unpacked).isEqualTo(plain.body());
  }

  @Test
  void saysNotModifiedToWhoHasIt() {
    String path = assets.path("htmx.min.js");
    String tag = get(path, Map.of()).headers().get("ETag");
    PageResponse again = get(path, Map.of("If-None-Match", tag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void knowsNoOtherFiles() {
    assertThat(get("/static/0123/../../pom.xml", Map.of()).status()).isEqualTo(404);
    assertThat(get("/static/favicon.svg", Map.of()).status()).isEqualTo(404);
    assertThatThrownBy(() -> assets.path("none.js")).hasMessageContaining("none.js");
  }
}
