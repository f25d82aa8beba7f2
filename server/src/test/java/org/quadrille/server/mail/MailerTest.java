package org.quadrille.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.server.mail.MailSettings.Security;

/** Mails to an SMTP server with TLS and login. */
final class MailerTest {
  private static final String SECRET = "changeit";
  private static final List<String> PROPERTIES =
      List.of("greenmail.tls.keystore.file", "greenmail.tls.keystore.password");
  private static final Mail MAIL =
      new Mail(
          "board@example.com",
          "周报 report",
          "Attached.",
          "zh-CN",
          "1@quadrille",
          List.of(new Mail.Attachment("周报.pdf", "application/pdf", new byte[] {1, 2, 3})));

  /** Made once: the server keeps the keys that it read first. */
  @TempDir private static Path folder;

  private static Path keys;
  private GreenMail tls;

  @BeforeAll
  static void makeKeys() throws IOException, InterruptedException {
    keys = folder.resolve("keys.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                SECRET)
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor()).isZero();
    System.setProperty(PROPERTIES.get(0), keys.toString());
    System.setProperty(PROPERTIES.get(1), SECRET);
  }

  @AfterAll
  static void forgetKeys() {
    PROPERTIES.forEach(System::clearProperty);
  }

  @BeforeEach
  void open() {
    tls = server(ServerSetup.PROTOCOL_SMTPS);
    tls.start();
    tls.setUser("reports@example.com", "reports", "right");
  }

  private static GreenMail server(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    // Busy machines need more than the usual two seconds.
    setup.setServerStartupTimeout(30_000);
    return new GreenMail(setup);
  }

  @AfterEach
  void close() {
    tls.stop();
  }

  private SSLSocketFactory trusting() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, SECRET.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("mail", store.getCertificate("mail"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), new SecureRandom());
    return context.getSocketFactory();
  }

  private Mailer mailer(String host, String password, @Nullable SSLSocketFactory sockets) {
    return new Mailer(
        new MailSettings(
            host,
            tls.getSmtps().getPort(),
            Security.TLS,
            "reports",
            password,
            "reports@example.com"),
        Clock.systemUTC(),
        sockets);
  }

  @Test
  void aMailLeavesByTlsAfterLogin()
      throws MailException, MessagingException, IOException, GeneralSecurityException {
    mailer("localhost", "right", trusting()).send(MAIL);
    assertThat(tls.getReceivedMessages()).hasSize(1);
    assertThat(tls.getReceivedMessages()[0].getSubject()).isEqualTo("周报 report");
    assertThat(tls.getReceivedMessages()[0].getMessageID()).isEqualTo("<1@quadrille>");
  }

  @Test
  void aWrongPasswordIsRefused() throws IOException, GeneralSecurityException {
    Mailer wrong = mailer("localhost", "wrong", trusting());
    assertThatThrownBy(() -> wrong.send(MAIL))
        .isInstanceOf(MailException.class)
        .hasMessageStartingWith("mail to board@example.com by localhost:");
    assertThat(tls.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing() {
    assertThatThrownBy(() -> mailer("localhost", "right", null).send(MAIL))
        .isInstanceOf(MailException.class);
    assertThat(tls.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerOfAnotherNameGetsNothing() throws IOException, GeneralSecurityException {
    Mailer other = mailer("127.0.0.1", "right", trusting());
    assertThatThrownBy(() -> other.send(MAIL)).isInstanceOf(MailException.class);
    assertThat(tls.getReceivedMessages()).isEmpty();
  }

  @Test
  void nothingLeavesInTheClearWhereTlsIsDemanded() {
    GreenMail plain = server(ServerSetup.PROTOCOL_SMTP);
    plain.start();
    try {
      MailSettings settings =
          new MailSettings(
              "127.0.0.1",
              plain.getSmtp().getPort(),
              Security.STARTTLS,
              null,
              null,
              "reports@example.com");
      assertThatThrownBy(() -> new Mailer(settings, Clock.systemUTC()).send(MAIL))
          .isInstanceOf(MailException.class);
      assertThat(plain.getReceivedMessages()).isEmpty();
    } finally {
      plain.stop();
    }
  }
}
