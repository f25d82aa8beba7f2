package org.quadrille.server.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Hands mails to an SMTP server. Safe for use by many threads. */
public final class Mailer {
  private static final String PATIENCE_MILLIS = "30000";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final Clock clock;
  private final @Nullable SSLSocketFactory sockets;

  /** For a server; connects for each mail. */
  public Mailer(MailSettings settings, Clock clock) {
    this(settings, clock, null);
  }

  /** With other trust than that of the system, null for that. */
  Mailer(MailSettings settings, Clock clock, @Nullable SSLSocketFactory sockets) {
    this.sockets = sockets;
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Sends a mail; when it returns, the server has taken it.
   *
   * @throws MailException if the server cannot be reached, refuses the login or the mail
   */
  public void send(Mail mail) throws MailException {
    Session session = Session.getInstance(properties());
    try (Transport transport = session.getTransport()) {
      MimeMessage message = message(session, mail);
      if (settings.user() == null) {
        transport.connect();
      } else {
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      }
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw new MailException(
          "mail to %s by %s:%d failed: %s"
              .formatted(mail.to(), settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }

  private Properties properties() {
    boolean tls = settings.security() == MailSettings.Security.TLS;
    String protocol = tls ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", settings.host());
    properties.setProperty(prefix + "port", Integer.toString(settings.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(settings.user() != null));
    properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
    properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (settings.security() == MailSettings.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (sockets != null) {
      properties.put(prefix + "ssl.socketFactory", sockets);
    }
    return properties;
  }

  private MimeMessage message(Session session, Mail mail) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.messageId() + ">");
          }
        };
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", mail.language());
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    parts.addBodyPart(text);
    for (Mail.Attachment attachment : mail.attachments()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
      part.setFileName(attachment.name());
      parts.addBodyPart(part);
    }
    message.setContent(parts);
    return message;
  }
}
