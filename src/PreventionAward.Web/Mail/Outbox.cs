using PreventionAward.Domain;
using PreventionAward.Web.Database;
using PreventionAward.Web.Templates;

namespace PreventionAward.Web.Mail;

/// <summary>Puts a mail into the commit at hand: it goes out if, and only if, what it tells about is saved.</summary>
public sealed class Outbox(TemplateStore templates, MailSettings settings)
{
    /// <param name="template">A folder below templates/mail.</param>
    /// <param name="values">One for each placeholder except contact, which is the settings' unless given.</param>
    public void Put(
        AwardDb db, string template, string to, Language language, DateTimeOffset now, CompetitionId? competition, params (string Name, string Value)[] values)
    {
        var filled = new Dictionary<string, string> { ["contact"] = settings.Contact };
        foreach (var (name, value) in values) filled[name] = value;
        var text = templates.Mail(template, language).Fill(filled);
        db.Add(new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            To = to,
            Language = language,
            Template = template,
            Subject = text.Subject,
            Body = text.Body,
            CompetitionId = competition,
            CreatedAt = now,
            NextAttemptAt = now,
        });
    }

    /// <summary>An address of the portal as a mail gives it.</summary>
    /// <param name="path">Relative, without a language: one of Links.</param>
    public string Address(Language language, string path) =>
        settings.PublicAddress.TrimEnd('/') + (language == Language.Finnish ? "/" : $"/{language.Code}/") + path;
}
