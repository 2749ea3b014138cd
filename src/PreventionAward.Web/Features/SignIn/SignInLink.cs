using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>A one-time way in: a link and a code for one mail address. Only their hashes are kept.</summary>
public sealed class SignInLink
{
    /// <summary>How long link and code are good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>So many wrong codes spend the link.</summary>
    public const int MostAttempts = 5;

    public required Guid Id { get; init; }

    /// <summary>Lower case.</summary>
    public required string Mail { get; init; }

    public required byte[] TokenHash { get; init; }

    public required byte[] CodeHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Mark of the browser that asked, see <see cref="Asker"/>; null from the command line.</summary>
    public string? Browser { get; init; }

    /// <summary>Mark of the network it asked from; null where that is not known.</summary>
    public string? Network { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public int Attempts { get; set; }

    public bool IsGood(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && Attempts < MostAttempts;
}

internal sealed class SignInLinkConfiguration : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> link)
    {
        link.ToTable("sign_in_links");
        link.HasKey(l => l.Id);
        link.Property(l => l.Mail).HasMaxLength(320);
        link.Property(l => l.Browser).HasMaxLength(32);
        link.Property(l => l.Network).HasMaxLength(32);
        link.HasIndex(l => l.ExpiresAt);
        link.HasIndex(l => l.Mail);

        // Two requests with the same link at once: one signs in, the other is told that it is spent.
        link.Property<uint>("Version").IsRowVersion();
    }
}
